package pairdesk.sandbox.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.faults.When;
import pairdesk.sandbox.faults.When.Occurrence;

/** Reads when a fault rule applies. */
final class RuleReader {
  private static final int FOREVER = -1;

  private final Names names;

  RuleReader(Names names) {
    this.names = names;
  }

  /** What a rule is about. */
  enum Subject {
    REQUEST("method", "path"),
    MESSAGE("channel", "type");

    private final String name;
    private final String path;

    Subject(String name, String path) {
      this.name = name;
      this.path = path;
    }

    static Subject of(Input rule) {
      return switch (rule.text("on").orElse("request")) {
        case "request" -> REQUEST;
        case "message" -> MESSAGE;
        default -> throw rule.wrong("on", "want request or message");
      };
    }
  }

  /** Times count from the moment that is given. */
  When when(Input when, Subject subject, Instant now) {
    return new When(
        venue(when),
        when.pattern(subject.name),
        when.pattern(subject.path),
        when.pattern("body"),
        mentions(when),
        occurrence(when, now));
  }

  /** Complains now about what would be wrong later. */
  void check(Input when, Subject subject) {
    when(when, subject, Instant.EPOCH);
  }

  private static Optional<VenueId> venue(Input when) {
    return when.has("venue") ? Optional.of(when.venue("venue")) : Optional.empty();
  }

  private List<List<String>> mentions(Input when) {
    var mentions = new ArrayList<List<String>>();
    if (when.has("market")) {
      mentions.add(names.of(names.market(when)));
    }
    when.text("order").ifPresent(id -> mentions.add(names.ofOrder(id)));
    return mentions;
  }

  private static Occurrence occurrence(Input when, Instant now) {
    int percent = when.number("percent", 100);
    if (percent < 0 || percent > 100) {
      throw when.wrong("percent", "want 0 to 100");
    }
    Instant from = now.plus(when.span("afterMillis", 0));
    int lasts = when.numberFrom(FOREVER, "forMillis", FOREVER);
    return new Occurrence(
        when.numberFrom(1, "first", 1),
        when.numberFrom(0, "times", 0),
        percent,
        from,
        lasts == FOREVER ? Instant.MAX : from.plusMillis(lasts));
  }
}
