Console.WriteLine("archive");
