package pairdesk.venues.kalshi;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.VenueException;

/** What the exchange says about itself: whether it runs, and when it will not. */
public final class KalshiExchange {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final KalshiRest rest;

  KalshiExchange(KalshiRest rest) {
    this.rest = rest;
  }

  /**
   * @param trades false in a trading pause, in which cancels still work
   * @param shards each part on its own; empty where the venue has not said
   * @param resumes when it means to be back, while it is away
   */
  public record Status(
      boolean active, boolean trades, List<Shard> shards, Optional<Instant> resumes) {
    public Status {
      shards = List.copyOf(shards);
    }

    /** Whether all of it runs and trades. */
    public boolean isWhole() {
      return active && trades && shards.stream().allMatch(s -> s.active() && s.trades());
    }
  }

  /**
   * @param index the market's and the order's {@code exchange_index}
   */
  public record Shard(int index, String name, boolean active, boolean trades) {}

  /**
   * When it trades, and when it is away for maintenance.
   *
   * @param hours by validity; times of day are New York's
   */
  public record Schedule(List<Hours> hours, List<Window> maintenance) {
    public Schedule {
      hours = List.copyOf(hours);
      maintenance = List.copyOf(maintenance);
    }

    /** The first pause that begins after the one moment, at the other at the latest. */
    Optional<Instant> pauseBetween(Instant now, Instant end) {
      return Stream.concat(
              maintenance.stream().map(Window::from),
              hours.stream().flatMap(span -> span.closing(now).stream()))
          .filter(at -> at.isAfter(now) && !at.isAfter(end))
          .min(Instant::compareTo);
    }
  }

  /** The hours of each day of the week, from one moment to another. */
  public record Hours(Instant from, Instant to, Map<DayOfWeek, List<Session>> days) {
    public Hours {
      days = Map.copyOf(days);
    }

    /** When the session ends that runs at this moment; empty where no other says when it does. */
    private Optional<Instant> closing(Instant now) {
      ZonedDateTime local = now.atZone(NEW_YORK);
      boolean holds = !now.isBefore(from) && now.isBefore(to);
      return sessions(local.getDayOfWeek()).stream()
          .filter(session -> holds && session.contains(local.toLocalTime()))
          .map(session -> session.end(local.toLocalDate()))
          .filter(this::isPause)
          .map(ZonedDateTime::toInstant)
          .findFirst();
    }

    private boolean isPause(ZonedDateTime end) {
      List<Session> then = sessions(end.getDayOfWeek());
      return !then.isEmpty() && then.stream().noneMatch(s -> s.contains(end.toLocalTime()));
    }

    private List<Session> sessions(DayOfWeek day) {
      return days.getOrDefault(day, List.of());
    }
  }

  /** Midnight to midnight is the whole day. */
  public record Session(LocalTime opens, LocalTime closes) {
    private boolean contains(LocalTime time) {
      return !time.isBefore(opens) && (endsTheDay() || time.isBefore(closes));
    }

    private ZonedDateTime end(LocalDate day) {
      return (endsTheDay() ? day.plusDays(1) : day).atTime(closes).atZone(NEW_YORK);
    }

    private boolean endsTheDay() {
      return closes.equals(LocalTime.MIDNIGHT);
    }
  }

  public record Window(Instant from, Instant to) {}

  /**
   * @throws VenueException when it cannot be read
   */
  public Status status() {
    return status(rest.read("/exchange/status"));
  }

  static Status status(Fields answer) {
    List<Shard> shards =
        answer.has("exchange_index_statuses")
            ? answer.list("exchange_index_statuses").stream().map(KalshiExchange::shard).toList()
            : List.of();
    return new Status(
        answer.flag("exchange_active"),
        answer.flag("trading_active"),
        shards,
        answer.instantIfAny("exchange_estimated_resume_time"));
  }

  /**
   * @throws VenueException when it cannot be read
   */
  public Schedule schedule() {
    Fields schedule = rest.read("/exchange/schedule").object("schedule");
    return new Schedule(
        schedule.list("standard_hours").stream().map(KalshiExchange::hours).toList(),
        schedule.list("maintenance_windows").stream()
            .map(w -> new Window(w.instant("start_datetime"), w.instant("end_datetime")))
            .toList());
  }

  /** As of when the lists of our orders, fills and positions are; they lag behind the exchange. */
  public Instant listsAsOf() {
    return rest.readOwn("/exchange/user_data_timestamp").instant("as_of_time");
  }

  static Shard shard(Fields row) {
    return new Shard(
        row.whole("exchange_index", Math::toIntExact),
        row.textOrEmpty("description"),
        row.flag("exchange_active"),
        row.flag("trading_active"));
  }

  private static Hours hours(Fields row) {
    var days = new EnumMap<DayOfWeek, List<Session>>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = day.name().toLowerCase(Locale.ROOT);
      var sessions = new ArrayList<Session>();
      if (row.has(name)) {
        for (Fields session : row.list(name)) {
          sessions.add(new Session(time(session, "open_time"), time(session, "close_time")));
        }
      }
      days.put(day, List.copyOf(sessions));
    }
    return new Hours(row.instant("start_time"), row.instant("end_time"), days);
  }

  private static LocalTime time(Fields session, String name) {
    try {
      return LocalTime.parse(session.text(name));
    } catch (DateTimeParseException e) {
      throw new VenueException("field " + name + " is no time of day", e);
    }
  }
}
