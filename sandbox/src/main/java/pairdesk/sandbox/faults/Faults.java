package pairdesk.sandbox.faults;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.wire.WireRequest;

/** The rules in force. The first that applies wins. Safe from any thread. */
public final class Faults {
  private final InstantSource clock;
  private final SplittableRandom chance;
  private final List<Rule<RequestFault>> requests = new ArrayList<>();
  private final List<Rule<StreamFault>> streams = new ArrayList<>();
  private final List<Rule<Runnable>> requestWatches = new ArrayList<>();
  private final List<Rule<Runnable>> streamWatches = new ArrayList<>();

  public Faults(InstantSource clock, long seed) {
    this.clock = clock;
    this.chance = new SplittableRandom(seed);
  }

  private static final class Rule<F> {
    final When when;
    final F fault;
    int matches;
    int played;

    Rule(When when, F fault) {
      this.when = when;
      this.fault = fault;
    }
  }

  /**
   * What became of a rule.
   *
   * @param matches how often its conditions held
   * @param played how often it applied
   */
  public record Tally(String fault, int matches, int played) {}

  public synchronized void onRequest(When when, RequestFault fault) {
    requests.add(new Rule<>(when, fault));
  }

  public synchronized void onMessage(When when, StreamFault fault) {
    streams.add(new Rule<>(when, fault));
  }

  /** Has this done whenever a request of this kind comes; it must not block. */
  public synchronized void watchRequests(When when, Runnable work) {
    requestWatches.add(new Rule<>(when, work));
  }

  /** Has this done whenever a message of this kind is about to be sent; it must not block. */
  public synchronized void watchMessages(When when, Runnable work) {
    streamWatches.add(new Rule<>(when, work));
  }

  /** Forgets the rules; watches stay. */
  public synchronized void clear() {
    requests.clear();
    streams.clear();
  }

  /** In the order in which the rules are tried. */
  public synchronized List<Tally> tallies() {
    return Stream.concat(requests.stream(), streams.stream())
        .map(rule -> new Tally(rule.fault.toString(), rule.matches, rule.played))
        .toList();
  }

  Optional<RequestFault> of(VenueId venue, WireRequest request) {
    String whole = request.path() + "?" + request.parameters().query() + request.body();
    var subject = new When.Subject(venue, request.method(), request.path(), request.body(), whole);
    all(requestWatches, subject).forEach(Runnable::run);
    return find(requests, subject);
  }

  Optional<StreamFault> of(VenueId venue, String channel, String type, String text) {
    var subject = new When.Subject(venue, channel, type, text, text);
    all(streamWatches, subject).forEach(Runnable::run);
    return find(streams, subject);
  }

  /** Whether any rule about messages is in force. */
  synchronized boolean hasStreamRules() {
    return !streams.isEmpty();
  }

  /** Whether anybody wants to know of messages. */
  synchronized boolean concernStreams() {
    return !streams.isEmpty() || !streamWatches.isEmpty();
  }

  private synchronized <F> Optional<F> find(List<Rule<F>> rules, When.Subject subject) {
    return rules.stream()
        .filter(rule -> applies(rule, subject))
        .map(rule -> rule.fault)
        .findFirst();
  }

  /** Of watches none keeps another from its work. */
  private synchronized <F> List<F> all(List<Rule<F>> rules, When.Subject subject) {
    return rules.stream().filter(rule -> applies(rule, subject)).map(rule -> rule.fault).toList();
  }

  private boolean applies(Rule<?> rule, When.Subject subject) {
    return rule.when.occurrence().isDue(clock.instant())
        && rule.when.matches(subject)
        && applies(rule);
  }

  private boolean applies(Rule<?> rule) {
    rule.matches++;
    When.Occurrence occurrence = rule.when.occurrence();
    boolean applies = occurrence.counts(rule.matches) && chance.nextInt(100) < occurrence.percent();
    if (applies) {
      rule.played++;
    }
    return applies;
  }
}
