package pairdesk.matching.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pairdesk.engine.market.Listing;
import pairdesk.matching.text.Proposition.Game;
import pairdesk.matching.text.Proposition.Shape;
import pairdesk.matching.text.Proposition.Timing;
import pairdesk.matching.text.Proposition.Wording;

/**
 * Turns a listing into a {@link Proposition}. Deterministic, total on any text, linear in its
 * length; stateless and safe to share between threads.
 */
public final class PropositionReader {
  private final Vocabulary vocabulary;

  public PropositionReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  public Proposition read(Listing listing) {
    String ruling = RulesText.condition(listing.texts().rules());
    Surroundings around = surroundings(listing, ListingDates.of(listing, ruling));
    String headline = ListingTexts.headline(listing);
    Reading head = around.read(headline);
    Reading outcome = around.with(head.tags()).read(ListingTexts.group(listing));
    Reading condition = around.with(head.tags()).read(ruling);
    List<Term> terms = new ArrayList<>(head.terms());
    Set<Tag> stated = Tags.union(head.tags(), seriesTags(listing));
    stated.addAll(vocabulary.districts().read(headline));
    PlaceholderReader.read(headline).ifPresent(stated::add);
    AlternativeReader.read(ListingTexts.title(listing)).ifPresent(stated::add);
    if (ListingTexts.namesNobody(listing, head)) {
      List<Term> names = namesIn(condition, terms);
      terms.addAll(names);
      names.stream().flatMap(Term::tagIfAny).forEach(stated::add);
    }
    Shape shape = ShapeReader.read(listing, head, around);
    shape.game().ifPresent(game -> keepSides(game, terms, stated));
    outcomeDecides(outcome, stated);
    rulesDecide(condition, stated);
    nomineeIsNotWinner(stated);
    Tags.addLeagues(stated);
    Reading rest = around.with(stated).read(ListingTexts.support(listing));
    Set<Tag> inRules = Tags.union(Tags.union(condition.tags(), around.known()), sourcesIn(rest));
    return new Proposition(
        listing,
        new Wording(List.copyOf(terms), subject(head, outcome), keysOf(condition, rest)),
        Tags.of(stated, inRules),
        timing(listing, outcome.dates().windows().isEmpty() ? head : outcome, condition),
        ranges(listing, head, condition, shape),
        shape);
  }

  private Surroundings surroundings(Listing listing, ListingDates dates) {
    Set<Tag> known = new LinkedHashSet<>(seriesTags(listing));
    String event = listing.texts().eventTitle() + " . " + listing.names().category();
    new Surroundings(Set.copyOf(known), dates, vocabulary)
        .read(event).tags().stream()
            .filter(tag -> tag.kind() == Kind.COMPETITION || tag.kind() == Kind.TEAM)
            .forEach(known::add);
    Tags.addLeagues(known);
    return new Surroundings(known, dates, vocabulary);
  }

  private Set<Tag> seriesTags(Listing listing) {
    return vocabulary.series().read(ListingTexts.code(listing));
  }

  /** Of a game's title the sides and the kind of market count; round and league names vary. */
  private static void keepSides(Game game, List<Term> terms, Set<Tag> stated) {
    terms.removeIf(term ->
        term.tag() == null && game.sides().stream().noneMatch(side -> side.contains(term.key())));
    if (stated.stream().noneMatch(tag -> tag.kind() == Kind.MARKET)) {
      boolean counts = stated.stream().anyMatch(tag -> tag.kind() == Kind.STATISTIC);
      stated.add(new Tag(Kind.MARKET, counts ? "props" : "winner"));
    }
  }

  /** "Will the Williams Mercedes win ... [Williams]": of two clubs the outcome's name is meant. */
  private static void outcomeDecides(Reading outcome, Set<Tag> stated) {
    for (Kind kind : List.of(Kind.TEAM, Kind.PARTY, Kind.COMPANY)) {
      Set<Tag> named =
          outcome.tags().stream()
              .filter(tag -> tag.kind() == kind)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      stated.removeIf(tag -> tag.kind() == kind && !named.isEmpty() && !named.contains(tag));
    }
  }

  /** A title that says Best Actor over rules that say Best Actress is the title's mistake. */
  private static void rulesDecide(Reading condition, Set<Tag> stated) {
    Set<Tag> ruled =
        condition.tags().stream()
            .filter(tag -> tag.kind() == Kind.AWARD)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    boolean titled = stated.stream().anyMatch(tag -> tag.kind() == Kind.AWARD);
    if (titled && ruled.size() == 1 && Collections.disjoint(stated, ruled)) {
      stated.removeIf(tag -> tag.kind() == Kind.AWARD);
      stated.addAll(ruled);
    }
  }

  /** To win a primary is to be nominated, not to win. */
  private static void nomineeIsNotWinner(Set<Tag> stated) {
    if (stated.contains(new Tag(Kind.ACTION, "nominee"))) {
      stated.remove(new Tag(Kind.ACTION, "win"));
    }
  }

  private static Set<Tag> sourcesIn(Reading rules) {
    return rules.tags().stream()
        .filter(tag -> tag.kind() == Kind.SOURCE)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<Term> namesIn(Reading condition, List<Term> known) {
    Set<String> seen = new HashSet<>();
    known.forEach(term -> seen.add(term.key()));
    return condition.terms().stream()
        .filter(Term::isName)
        .filter(term -> seen.add(term.key()))
        .toList();
  }

  /** The outcome's name, else the names with which "Will the New York Knicks win ..." begins. */
  private static List<Term> subject(Reading head, Reading outcome) {
    return outcome.terms().isEmpty()
        ? head.terms().stream().takeWhile(Term::isName).toList()
        : outcome.terms();
  }

  private static KeySet keysOf(Reading condition, Reading rest) {
    return KeySet.ofKeys(
        Stream.concat(condition.terms().stream(), rest.terms().stream())
            .mapToLong(term -> KeySet.keyOf(term.key()))
            .toArray());
  }

  private static Timing timing(Listing listing, Reading head, Reading condition) {
    List<Window> ruled =
        condition.dates().windows().stream()
            .map(window -> window.from(Window.Origin.RULES))
            .toList();
    List<Window> stated = head.dates().windows();
    Set<Integer> editions =
        head.dates().editions().isEmpty() ? condition.dates().editions() : head.dates().editions();
    return new Timing(
        stated.isEmpty() ? ruled : stated, ruled, editions, ListingDates.close(listing));
  }

  private static List<Range> ranges(Listing listing, Reading head, Reading condition, Shape shape) {
    List<Range> ranges = new ArrayList<>();
    StrikeReader.read(listing.strike()).ifPresent(ranges::add);
    ranges.addAll(head.ranges());
    if (ranges.stream().allMatch(Range::isPoint)) {
      condition.ranges().stream().filter(range -> !range.isPoint()).forEach(ranges::add);
    }
    boolean roundsOnly = shape.game().isPresent() && ranges.stream().allMatch(Range::isBucket);
    if (roundsOnly) {
      return List.of();
    }
    ranges.sort(Comparator.comparing(Range::isPoint));
    return List.copyOf(ranges);
  }
}
