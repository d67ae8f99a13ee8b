package pairdesk.bot.opinion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import pairdesk.engine.money.Usd;
import pairdesk.matching.opinion.Opinion;
import pairdesk.matching.opinion.OpinionReader;
import pairdesk.matching.opinion.SecondReader.Answer;

/**
 * Opinions that were given, and what they cost today. A call is counted at its worst before it is
 * made and at its price once that is known; one whose answer never came stays at its worst. Safe
 * for many threads; survives a crash between any two lines.
 */
final class OpinionLedger implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final OpinionFile file;
  private final InstantSource clock;
  private final Map<String, Opinion> opinions = new LinkedHashMap<>();
  private final Map<Long, Counted> calls = new HashMap<>();
  private long lastCall;

  /** What a call is counted at, on which day. */
  private record Counted(LocalDate day, Usd amount) {}

  private OpinionLedger(OpinionFile file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /** Fails with a sentence for the person when the file cannot be used. */
  static OpinionLedger open(Path path, InstantSource clock) {
    OpinionLedger ledger = new OpinionLedger(OpinionFile.open(path), clock);
    ledger.file.lines().forEach(ledger::take);
    ledger.forgetOtherDays();
    ledger.shorten();
    return ledger;
  }

  private void take(JsonNode line) {
    if (line.has("key")) {
      Answer kept = OpinionReader.read(line.path("opinion").toString(), line.path("by").asText());
      if (kept instanceof Answer.Given given) {
        opinions.put(line.path("key").asText(), given.opinion());
      }
    } else if (line.path("call").canConvertToLong() && line.path("usd_e6").canConvertToLong()) {
      long call = line.path("call").longValue();
      lastCall = Math.max(lastCall, call);
      calls.put(
          call,
          new Counted(day(line.path("day").asText()), Usd.ofE6(line.path("usd_e6").longValue())));
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException damaged) {
      throw new IllegalStateException("what second opinions cost cannot be read", damaged);
    }
  }

  /** One line for each opinion and each of today's calls. */
  private void shorten() {
    List<ObjectNode> lines = new ArrayList<>();
    opinions.forEach((key, opinion) -> lines.add(line(key, opinion)));
    calls.forEach((call, counted) -> lines.add(line(call, counted)));
    file.replace(lines);
  }

  synchronized Optional<Opinion> known(String key) {
    return Optional.ofNullable(opinions.get(key));
  }

  synchronized void remember(String key, Opinion opinion) {
    file.append(line(key, opinion));
    opinions.put(key, opinion);
  }

  /** Counts a call that is about to be made; empty when it could go beyond the cap of the day. */
  synchronized OptionalLong reserve(Usd worst, Usd cap) {
    forgetOtherDays();
    if (spentToday().plus(worst).isGreaterThan(cap)) {
      return OptionalLong.empty();
    }
    count(++lastCall, new Counted(today(), worst));
    return OptionalLong.of(lastCall);
  }

  /** What a reserved call did cost. */
  synchronized void settle(long call, Usd cost) {
    Counted counted = calls.get(call);
    count(call, new Counted(counted == null ? today() : counted.day(), cost));
  }

  private void count(long call, Counted counted) {
    file.append(line(call, counted));
    calls.put(call, counted);
  }

  synchronized Usd spentToday() {
    LocalDate today = today();
    return calls.values().stream()
        .filter(counted -> counted.day().equals(today))
        .map(Counted::amount)
        .reduce(Usd.ZERO, Usd::plus);
  }

  private void forgetOtherDays() {
    LocalDate today = today();
    calls.values().removeIf(counted -> counted.day().isBefore(today));
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static ObjectNode line(long call, Counted counted) {
    return JSON.createObjectNode()
        .put("call", call)
        .put("day", counted.day().toString())
        .put("usd_e6", counted.amount().e6());
  }

  private static ObjectNode line(String key, Opinion opinion) {
    ObjectNode line = JSON.createObjectNode().put("key", key).put("by", opinion.by());
    line.set("opinion", OpinionReader.written(opinion));
    return line;
  }

  @Override
  public void close() {
    file.close();
  }
}
