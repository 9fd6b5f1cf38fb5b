/*
 * Reads the primary headers of the files named on standard input with cfitsio, keyword, value and comment of each card; prints files per second.
 *
 *     cc -O2 cfitsio_headers.c -lcfitsio -o cfitsio_headers && find FOLDER -type f | ./cfitsio_headers PROCESSES
 */
#include <fitsio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long read_header(const char *path)
{
    fitsfile *file;
    int status = 0, cards = 0, room;
    char keyword[FLEN_KEYWORD], value[FLEN_VALUE], comment[FLEN_COMMENT], type;

    if (fits_open_diskfile(&file, path, READONLY, &status)) return 0;
    fits_get_hdrspace(file, &cards, &room, &status);
    for (int i = 1; i <= cards; i++) {
        status = 0;
        fits_read_keyn(file, i, keyword, value, comment, &status);
        if (value[0] != '\0') fits_get_keytype(value, &type, &status);
    }
    status = 0;
    fits_close_file(file, &status);
    return cards;
}

int main(int count, char **arguments)
{
    int processes = count > 1 ? atoi(arguments[1]) : 1;
    size_t files = 0, room = 1024, length = 0;
    char **paths = malloc(room * sizeof *paths), *line = NULL;
    struct timespec start, end;
    ssize_t read;

    while ((read = getline(&line, &length, stdin)) > 0) {
        if (line[read - 1] == '\n') line[read - 1] = '\0';
        if (files == room) paths = realloc(paths, (room *= 2) * sizeof *paths);
        paths[files++] = strdup(line);
    }
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (int process = 0; process < processes; process++) {
        if (fork() == 0) {
            long cards = 0;
            for (size_t i = process; i < files; i += processes) cards += read_header(paths[i]);
            _exit(cards > 0 ? 0 : 1);
        }
    }
    while (wait(NULL) > 0) { }
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("%.0f\n", files / ((end.tv_sec - start.tv_sec) + (end.tv_nsec - start.tv_nsec) / 1e9));
    return 0;
}
