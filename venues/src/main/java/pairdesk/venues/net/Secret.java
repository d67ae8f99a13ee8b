package pairdesk.venues.net;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A key or a pass phrase: never printed, never serialised, compared in constant time. */
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /**
   * @throws IllegalArgumentException when there is nothing in it
   */
  public static Secret of(String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an empty secret");
    }
    return new Secret(value);
  }

  /** The value itself, for the signer that needs it; goes nowhere else. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && MessageDigest.isEqual(bytes(), that.bytes());
  }

  /** The same for all, so that a hash tells nothing. */
  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "***";
  }

  private byte[] bytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }
}
