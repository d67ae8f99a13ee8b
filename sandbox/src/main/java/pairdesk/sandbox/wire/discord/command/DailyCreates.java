package pairdesk.sandbox.wire.discord.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import pairdesk.sandbox.wire.discord.protocol.ApiError;

/** Discord lets an application create 200 commands a day; registering an existing name is free. */
public final class DailyCreates {
  private static final int CREATES = 200;
  private static final Duration DAY = Duration.ofDays(1);

  private final Deque<Instant> created = new ArrayDeque<>();
  private final InstantSource clock;

  public DailyCreates(InstantSource clock) {
    this.clock = clock;
  }

  void count() {
    Instant now = clock.instant();
    while (!created.isEmpty() && created.getFirst().isBefore(now.minus(DAY))) {
      created.removeFirst();
    }
    if (created.size() >= CREATES) {
      throw ApiError.tooManyCommandCreates();
    }
    created.addLast(now);
  }
}
