/*
 * Reads the primary headers of the files named on standard input with cfitsio; prints files per second and microseconds of processor per file.
 *
 *     cc -O2 cfitsio_headers.c -lcfitsio -o cfitsio_headers && find FOLDER -type f | ./cfitsio_headers PROCESSES cards
 *
 * cards: keyword, value, comment and type of each card in order. names: besides, each value asked by its keyword, as what it is.
 */
#include <fitsio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void ask(fitsfile *file, const char *keyword, char type)
{
    int status = 0, logical;
    LONGLONG whole;
    double real;
    char text[FLEN_VALUE];

    switch (type) {
    case 'I': fits_read_key(file, TLONGLONG, keyword, &whole, NULL, &status); break;
    case 'F': fits_read_key(file, TDOUBLE, keyword, &real, NULL, &status); break;
    case 'L': fits_read_key(file, TLOGICAL, keyword, &logical, NULL, &status); break;
    default: fits_read_key(file, TSTRING, keyword, text, NULL, &status); break;
    }
}

static long read_header(const char *path, int by_name)
{
    fitsfile *file;
    int status = 0, cards = 0, room;
    char keyword[FLEN_KEYWORD], value[FLEN_VALUE], comment[FLEN_COMMENT], type;

    if (fits_open_diskfile(&file, path, READONLY, &status)) return 0;
    fits_get_hdrspace(file, &cards, &room, &status);
    for (int i = 1; i <= cards; i++) {
        status = 0;
        fits_read_keyn(file, i, keyword, value, comment, &status);
        if (value[0] == '\0') continue;
        fits_get_keytype(value, &type, &status);
        if (by_name) ask(file, keyword, type);
    }
    status = 0;
    fits_close_file(file, &status);
    return cards;
}

int main(int count, char **arguments)
{
    int processes = count > 1 ? atoi(arguments[1]) : 1, by_name = count > 2 && strcmp(arguments[2], "names") == 0;
    struct rusage used;
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
            for (size_t i = process; i < files; i += processes) cards += read_header(paths[i], by_name);
            _exit(cards > 0 ? 0 : 1);
        }
    }
    while (wait(NULL) > 0) { }
    clock_gettime(CLOCK_MONOTONIC, &end);
    getrusage(RUSAGE_CHILDREN, &used);
    printf("%.0f %.1f\n", files / ((end.tv_sec - start.tv_sec) + (end.tv_nsec - start.tv_nsec) / 1e9),
           ((used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e6 + used.ru_utime.tv_usec + used.ru_stime.tv_usec) / files);
    return 0;
}
