package io.jinlin.kiosk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A picture to read.
 *
 * @param path where it is
 * @param name what it is called in the output: below the folder that was given, or as it was given
 */
record PictureFile(Path path, String name) {
  /** A file that was named is read whatever its name; in folders, only what is called a picture. */
  static List<PictureFile> all(List<Path> paths) throws IOException {
    List<PictureFile> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        files.addAll(below(path));
      } else {
        files.add(new PictureFile(path, path.toString()));
      }
    }
    return files;
  }

  private static List<PictureFile> below(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(PictureFile::isPicture)
          .sorted()
          .map(file -> new PictureFile(file, folder.relativize(file).toString()))
          .toList();
    }
  }

  private static boolean isPicture(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Stream.of(".png", ".jpg", ".jpeg", ".gif", ".bmp").anyMatch(name::endsWith);
  }
}
