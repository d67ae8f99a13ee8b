package pairdesk.sandbox.wire.discord.interaction;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** Tokens for interactions, logins and sessions: 48 bytes from the given chance, safe in a path. */
public final class Tokens {
  private static final int BYTES = 48;

  private final RandomGenerator chance;

  public Tokens(RandomGenerator chance) {
    this.chance = chance;
  }

  public synchronized String next() {
    byte[] bytes = new byte[BYTES];
    chance.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
