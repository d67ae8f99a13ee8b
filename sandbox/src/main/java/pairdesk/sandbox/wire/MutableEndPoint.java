package pairdesk.sandbox.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A TCP connection that can be muted: it stays open, but what comes is thrown away and what is
 * written goes nowhere, as behind a router that lost it.
 */
public final class MutableEndPoint extends SocketChannelEndPoint {
  private static final int SCRATCH = 8_192;

  private volatile boolean muted;

  MutableEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
    super(channel, selector, key, scheduler);
  }

  /** For good. */
  public void mute() {
    muted = true;
    setIdleTimeout(0);
  }

  @Override
  public int fill(ByteBuffer buffer) throws IOException {
    if (!muted) {
      return super.fill(buffer);
    }
    ByteBuffer scratch = ByteBuffer.allocate(SCRATCH);
    int read;
    do {
      scratch.clear();
      read = getChannel().read(scratch);
    } while (read > 0);
    return read;
  }

  @Override
  public boolean flush(ByteBuffer... buffers) throws IOException {
    if (!muted) {
      return super.flush(buffers);
    }
    for (ByteBuffer buffer : buffers) {
      buffer.position(buffer.limit());
    }
    return true;
  }
}
