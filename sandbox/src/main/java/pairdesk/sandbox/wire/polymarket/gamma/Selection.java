package pairdesk.sandbox.wire.polymarket.gamma;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import pairdesk.engine.money.Decimals;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Query;

/** By what markets and events alike are narrowed and sorted. */
record Selection<T>(Traits<T> traits) {

  /**
   * Where to read it; amounts are in millionths.
   *
   * @param tags their slugs and their numbers
   */
  record Traits<T>(
      Function<T, String> id,
      Function<T, Instant> start,
      Function<T, Instant> end,
      Function<T, Long> volume,
      Function<T, Long> liquidity,
      Function<T, List<String>> tags) {}

  /**
   * @param infix what stands between amount and bound in the parameters' names
   */
  Predicate<T> wanted(WireRequest request, String infix) {
    return within(request, "volume" + infix, traits.volume())
        .and(within(request, "liquidity" + infix, traits.liquidity()))
        .and(between(request, "start_date", traits.start()))
        .and(between(request, "end_date", traits.end()))
        .and(tagged(request));
  }

  private Predicate<T> tagged(WireRequest request) {
    List<String> slugs = Query.list(request, "tag_slug");
    List<String> ids = Query.list(request, "tag_id");
    List<String> unwanted = Query.list(request, "exclude_tag_id");
    return element -> {
      if (slugs.isEmpty() && ids.isEmpty() && unwanted.isEmpty()) {
        return true;
      }
      List<String> tags = traits.tags().apply(element);
      return (slugs.isEmpty() || slugs.stream().anyMatch(tags::contains))
          && (ids.isEmpty() || ids.stream().anyMatch(tags::contains))
          && unwanted.stream().noneMatch(tags::contains);
    };
  }

  private static <T> Predicate<T> within(
      WireRequest request, String name, Function<T, Long> amount) {
    Optional<Long> least = Query.text(request, name + "_min").map(text -> millionths(name, text));
    Optional<Long> most = Query.text(request, name + "_max").map(text -> millionths(name, text));
    return element ->
        (least.isEmpty() || amount.apply(element) >= least.get())
            && (most.isEmpty() || amount.apply(element) <= most.get());
  }

  private static <T> Predicate<T> between(
      WireRequest request, String name, Function<T, Instant> moment) {
    Optional<Instant> first = Query.text(request, name + "_min").map(text -> moment(name, text));
    Optional<Instant> last = Query.text(request, name + "_max").map(text -> moment(name, text));
    return element ->
        (first.isEmpty() || !moment.apply(element).isBefore(first.get()))
            && (last.isEmpty() || !moment.apply(element).isAfter(last.get()));
  }

  /** In the order asked for; empty where none is. */
  Optional<Comparator<T>> order(WireRequest request) {
    List<String> names = Query.list(request, "order");
    if (names.isEmpty()) {
      return Optional.empty();
    }
    Comparator<T> order = names.stream().map(this::by).reduce(Comparator::thenComparing).get();
    boolean ascending = Query.flag(request, "ascending").orElse(false);
    return Optional.of(ascending ? order : order.reversed());
  }

  private Comparator<T> by(String name) {
    Map<String, Comparator<T>> known =
        Map.of(
            "id", Comparator.comparingLong(element -> Long.parseLong(traits.id().apply(element))),
            "startDate", Comparator.comparing(traits.start()),
            "endDate", Comparator.comparing(traits.end()),
            "volume", Comparator.comparing(traits.volume()),
            "volumeNum", Comparator.comparing(traits.volume()),
            "volume24hr", Comparator.comparing(traits.volume()),
            "liquidity", Comparator.comparing(traits.liquidity()),
            "liquidityNum", Comparator.comparing(traits.liquidity()));
    Comparator<T> comparator = known.get(name);
    if (comparator == null) {
      throw invalid("order fields are not valid");
    }
    return comparator;
  }

  private static long millionths(String name, String text) {
    try {
      return Decimals.parse(text, 6);
    } catch (IllegalArgumentException e) {
      throw invalid("invalid " + name);
    }
  }

  private static Instant moment(String name, String text) {
    try {
      return Instant.parse(text.length() == 10 ? text + "T00:00:00Z" : text);
    } catch (DateTimeException e) {
      throw invalid("invalid " + name);
    }
  }

  private static HttpRefusal invalid(String error) {
    return new HttpRefusal(
        422, Json.object().put("type", "validation error").put("error", error), Map.of());
  }
}
