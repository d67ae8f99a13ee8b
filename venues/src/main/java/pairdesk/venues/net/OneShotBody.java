package pairdesk.venues.net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A body that OkHttp must not send a second time. Without the mark it answers a 503 with {@code
 * Retry-After: 0} by sending the request again, whatever its other settings say.
 */
final class OneShotBody extends RequestBody {
  private static final MediaType JSON = MediaType.get("application/json");

  private final byte[] bytes;
  private final @Nullable MediaType type;

  private OneShotBody(byte[] bytes, @Nullable MediaType type) {
    this.bytes = bytes;
    this.type = type;
  }

  /** The body of the call; an empty one where a mutation has none, to carry the mark. */
  static @Nullable RequestBody of(HttpCall call, boolean once) {
    if (call.body() != null) {
      return new OneShotBody(call.body().getBytes(StandardCharsets.UTF_8), JSON);
    }
    return once ? new OneShotBody(new byte[0], null) : null;
  }

  @Override
  public @Nullable MediaType contentType() {
    return type;
  }

  @Override
  public long contentLength() {
    return bytes.length;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(bytes);
  }
}
