package pairdesk.bot.opinion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lines of JSON that are on the disk before {@link #append} returns. One process at a time; a line
 * that a crash cut off is left out.
 */
final class OpinionFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpinionFile.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final FileChannel lock;
  private FileChannel out;

  private OpinionFile(Path file, FileChannel lock, FileChannel out) {
    this.file = file;
    this.lock = lock;
    this.out = out;
  }

  /** Fails with a sentence for the person when another process has it, or it cannot be written. */
  static OpinionFile open(Path file) {
    Path absolute = file.toAbsolutePath();
    try {
      Files.createDirectories(absolute.getParent());
      FileChannel lock =
          FileChannel.open(
              absolute.resolveSibling(absolute.getFileName() + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (!isOurs(lock)) {
        lock.close();
        throw new IllegalStateException(file + " is used by another process");
      }
      return new OpinionFile(absolute, lock, appending(absolute));
    } catch (IOException unusable) {
      throw new UncheckedIOException(file + " cannot be written", unusable);
    }
  }

  private static boolean isOurs(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException ownedHere) {
      return false;
    }
  }

  private static FileChannel appending(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  List<JsonNode> lines() {
    List<JsonNode> lines = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        read(line, lines);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
    return lines;
  }

  private void read(String line, List<JsonNode> lines) {
    try {
      lines.add(JSON.readTree(line));
    } catch (JsonProcessingException cutOff) {
      LOG.atWarn().addKeyValue("file", file).log("a line of the opinions is cut off and left out");
    }
  }

  synchronized void append(ObjectNode line) {
    try {
      write(out, List.of(line));
    } catch (IOException full) {
      throw new UncheckedIOException(file + " cannot be written", full);
    }
  }

  /** Puts these lines in the place of all; a crash leaves either the old ones or the new. */
  synchronized void replace(List<ObjectNode> lines) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      try (FileChannel to = appending(fresh)) {
        write(to, lines);
      }
      out.close();
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      out = appending(file);
    } catch (IOException full) {
      throw new UncheckedIOException(file + " cannot be written", full);
    }
  }

  private static void write(FileChannel to, List<ObjectNode> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
    to.force(false);
  }

  @Override
  public void close() {
    try {
      out.close();
      lock.close();
    } catch (IOException lost) {
      throw new UncheckedIOException(file + " cannot be closed", lost);
    }
  }
}
