package pairdesk.sandbox.faults;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.wire.WireRequest;

/** The rules in force. The first that applies wins. Safe from any thread. */
public final class Faults {
  private final InstantSource clock;
  private final SplittableRandom chance;
  private final List<Rule<RequestFault>> requests = new ArrayList<>();
  private final List<Rule<StreamFault>> streams = new ArrayList<>();

  public Faults(InstantSource clock, long seed) {
    this.clock = clock;
    this.chance = new SplittableRandom(seed);
  }

  private static final class Rule<F> {
    final When when;
    final F fault;
    int matches;

    Rule(When when, F fault) {
      this.when = when;
      this.fault = fault;
    }
  }

  public synchronized void onRequest(When when, RequestFault fault) {
    requests.add(new Rule<>(when, fault));
  }

  public synchronized void onMessage(When when, StreamFault fault) {
    streams.add(new Rule<>(when, fault));
  }

  public synchronized void clear() {
    requests.clear();
    streams.clear();
  }

  synchronized Optional<RequestFault> of(VenueId venue, WireRequest request) {
    return find(requests, venue, request.method(), request.path(), request.body());
  }

  synchronized Optional<StreamFault> of(VenueId venue, String channel, String type, String text) {
    return find(streams, venue, channel, type, text);
  }

  /** Whether any rule about messages is in force. */
  synchronized boolean concernStreams() {
    return !streams.isEmpty();
  }

  private <F> Optional<F> find(
      List<Rule<F>> rules, VenueId venue, String name, String path, String body) {
    for (Rule<F> rule : rules) {
      if (rule.when.matches(venue, name, path, body) && counts(rule)) {
        return Optional.of(rule.fault);
      }
    }
    return Optional.empty();
  }

  private <F> boolean counts(Rule<F> rule) {
    When.Occurrence occurrence = rule.when.occurrence();
    rule.matches++;
    boolean within =
        rule.matches >= occurrence.first()
            && (occurrence.times() == 0 || rule.matches < occurrence.first() + occurrence.times());
    return within
        && clock.instant().isBefore(occurrence.until())
        && chance.nextInt(100) < occurrence.percent();
  }
}
