package pairdesk.sandbox.wire.polymarket.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import pairdesk.sandbox.wire.polymarket.http.Json;

/** The check sum of a book: SHA-1 of its compact JSON, keys in the venue's order, hash empty. */
final class BookHash {
  private BookHash() {}

  /**
   * @param unhashed with an empty {@code hash}
   */
  static String of(ObjectNode unhashed) {
    try {
      byte[] text = Json.write(unhashed).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-1", e);
    }
  }
}
