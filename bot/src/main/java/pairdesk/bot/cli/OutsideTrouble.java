package pairdesk.bot.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.persistence.DatabaseException;

/** Failures whose cause lies outside the program, in one sentence with the remedy. */
final class OutsideTrouble {
  private OutsideTrouble() {}

  /** Empty when the program itself is to blame. */
  static Optional<String> sentence(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      String found = of(cause);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static @Nullable String of(Throwable cause) {
    return switch (cause) {
      case NoSuchFileException e -> e.getFile() + " does not exist.";
      case AccessDeniedException e -> e.getFile() + " may not be read or written by this user.";
      case FileSystemException e -> e.getFile() + ": " + e.getReason() + ".";
      case BindException e ->
          "A port is taken already ("
              + e.getMessage()
              + "): choose another one, or 0 for a free one.";
      case DatabaseException e -> e.getMessage();
      case UncheckedIOException _ -> null;
      case IOException e -> "Reading or writing failed: " + e.getMessage() + ".";
      default -> null;
    };
  }
}
