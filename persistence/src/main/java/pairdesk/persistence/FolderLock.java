package pairdesk.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One process per folder. The operating system lets go of the lock when the process ends, however
 * it ends; the file names the holder for people.
 */
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock that lies beside the folder.
   *
   * @throws IllegalStateException when another process has it; the message names that one
   */
  static FolderLock take(Path folder) throws IOException {
    Path file = folder.resolveSibling(folder.getFileName() + ".lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw new IllegalStateException(
          folder + " is used by " + Files.readString(file).strip() + "; stop it first");
    }
    String holder = "process " + ProcessHandle.current().pid() + "\n";
    channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
    return new FolderLock(channel);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
