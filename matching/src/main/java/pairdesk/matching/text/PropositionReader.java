package pairdesk.matching.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Listing;
import pairdesk.matching.text.Proposition.Shape;
import pairdesk.matching.text.Proposition.Tags;
import pairdesk.matching.text.Proposition.Timing;
import pairdesk.matching.text.Proposition.Wording;

/**
 * Turns a listing into a {@link Proposition}. Deterministic, total on any text, linear in its
 * length; stateless and safe to share between threads.
 */
public final class PropositionReader {
  /** Both venues state their dates in New York time. */
  private static final ZoneId VENUE_ZONE = ZoneId.of("America/New_York");

  private static final Pattern ASKS_WHO =
      Pattern.compile("(?i)^\\s*(who|what|which|how|when|where|best|top|runner)\\b.*");
  private static final LocalDate NO_DATE = LocalDate.of(2026, 1, 1);

  private final Vocabulary vocabulary;

  public PropositionReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  public Proposition read(Listing listing) {
    LocalDate close = closeOf(listing);
    String ruling = RulesText.condition(listing.texts().rules());
    LocalDate near = nearOf(listing, ruling, close);
    Set<Tag> context = contextOf(listing, near);
    Reading head = Reading.of(headlineOf(listing), context, near, vocabulary);
    Reading condition = Reading.of(ruling, union(context, head.tags()), near, vocabulary);
    List<Term> terms = new ArrayList<>(head.terms());
    Set<Tag> stated = union(head.tags(), vocabulary.series().read(tickerOf(listing)));
    if (namesNobody(listing, head)) {
      List<Term> names = namesIn(condition, terms);
      terms.addAll(names);
      names.stream().flatMap(Term::tagIfAny).forEach(stated::add);
    }
    Shape shape = shapeOf(listing, context, near, head);
    shape.game().ifPresent(game -> onlySides(game, terms, stated));
    impliedLeagues(stated);
    Reading rest = Reading.of(supportOf(listing), union(context, stated), near, vocabulary);
    return new Proposition(
        listing,
        new Wording(
            List.copyOf(terms), subjectOf(listing, context, near, head), keysOf(condition, rest)),
        Tags.of(stated, union(union(condition.tags(), context), sourcesIn(rest))),
        timingOf(head, condition, close),
        rangesOf(listing, head, condition, shape),
        shape);
  }

  private static Set<Tag> sourcesIn(Reading rules) {
    return rules.tags().stream()
        .filter(tag -> tag.kind() == Kind.SOURCE)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Of a game's title the sides and the kind of market count; round and league names vary. */
  private static void onlySides(Proposition.Game game, List<Term> terms, Set<Tag> stated) {
    terms.removeIf(term ->
        term.tag() == null && game.sides().stream().noneMatch(side -> side.contains(term.key())));
    if (stated.stream().noneMatch(tag -> tag.kind() == Kind.MARKET)) {
      stated.add(new Tag(Kind.MARKET, "winner"));
    }
  }

  /**
   * The date to which dates without a year lie nearest, and whose year is "this year": one that the
   * rules or the ticker spell out, else a month before trading ends, for it ends late.
   */
  private static LocalDate nearOf(Listing listing, String ruling, @Nullable LocalDate close) {
    LocalDate hint = close == null ? NO_DATE : close.minusDays(32);
    LocalDate code = GameReader.day(listing);
    LocalDate spelt = DateReader.firstSpeltOut(Words.split(ruling), hint);
    return spelt != null ? spelt : code != null ? code : hint;
  }

  private Set<Tag> contextOf(Listing listing, LocalDate near) {
    Set<Tag> context = new LinkedHashSet<>(vocabulary.series().read(tickerOf(listing)));
    String around = listing.texts().eventTitle() + " . " + listing.names().category();
    Reading event = Reading.of(around, context, near, vocabulary);
    event.tags().stream()
        .filter(tag -> tag.kind() == Kind.COMPETITION || tag.kind() == Kind.TEAM)
        .forEach(context::add);
    impliedLeagues(context);
    return context;
  }

  private static void impliedLeagues(Set<Tag> tags) {
    List<Tag> leagues =
        tags.stream()
            .filter(tag -> tag.kind() == Kind.TEAM)
            .flatMap(tag -> Teams.competitionOf(tag).stream())
            .toList();
    if (tags.stream().noneMatch(tag -> tag.kind() == Kind.COMPETITION)) {
      tags.addAll(leagues);
    }
  }

  private static String tickerOf(Listing listing) {
    return listing.eventCode().isEmpty() ? listing.names().slug() : listing.eventCode();
  }

  private static @Nullable LocalDate closeOf(Listing listing) {
    Instant expected = listing.dates().expectedResolution();
    Instant end = expected != null ? expected : listing.dates().close();
    return end == null ? null : end.atZone(VENUE_ZONE).toLocalDate();
  }

  /** Title and outcome name; what stands after "::" is an alias and only supports. */
  private static String headlineOf(Listing listing) {
    String title = beforeAlias(listing.texts().title()).replace("*", " ");
    String group = beforeAlias(listing.names().group());
    String label = group.isBlank() ? beforeAlias(listing.texts().subtitle()) : group;
    boolean told = Words.plain(title).contains(Words.plain(label));
    return told ? title : title + " : " + label;
  }

  private static String beforeAlias(String text) {
    int alias = text.indexOf("::");
    return alias < 0 ? text : text.substring(0, alias);
  }

  private static String supportOf(Listing listing) {
    return String.join(
        " . ",
        listing.texts().subtitle(),
        listing.texts().title().substring(beforeAlias(listing.texts().title()).length()),
        listing.names().group(),
        listing.texts().eventTitle(),
        listing.texts().rules());
  }

  private static boolean namesNobody(Listing listing, Reading head) {
    boolean asks = ASKS_WHO.matcher(listing.texts().title()).matches();
    boolean says =
        Words.plain(listing.texts().title()).contains("will ")
            || head.tags().stream().anyMatch(tag -> tag.kind() == Kind.ACTION);
    return listing.names().group().isBlank() && (asks || !says);
  }

  private static List<Term> namesIn(Reading condition, List<Term> known) {
    Set<String> seen = new HashSet<>();
    known.forEach(term -> seen.add(term.key()));
    return condition.terms().stream()
        .filter(term -> term.tag() == null ? term.name() >= 0 : term.tag().kind().entity())
        .filter(term -> seen.add(term.key()))
        .toList();
  }

  private List<Term> subjectOf(Listing listing, Set<Tag> context, LocalDate near, Reading head) {
    Set<Tag> known = union(context, head.tags());
    List<Term> named =
        Reading.of(beforeAlias(listing.names().group()), known, near, vocabulary).terms();
    return named.isEmpty() ? leadingNames(head) : named;
  }

  /** The names with which "Will the New York Knicks win ..." begins. */
  private static List<Term> leadingNames(Reading head) {
    List<Term> names = new ArrayList<>();
    for (Term term : head.terms()) {
      boolean name = term.tag() == null ? term.name() >= 0 : term.tag().kind().entity();
      if (!name) {
        break;
      }
      names.add(term);
    }
    return List.copyOf(names);
  }

  private static Set<String> keysOf(Reading condition, Reading rest) {
    Set<String> keys = new HashSet<>();
    condition.terms().forEach(term -> keys.add(term.key()));
    rest.terms().forEach(term -> keys.add(term.key()));
    return Set.copyOf(keys);
  }

  private static Timing timingOf(Reading head, Reading condition, @Nullable LocalDate close) {
    List<Window> windows = head.dates().windows();
    if (windows.isEmpty()) {
      windows =
          condition.dates().windows().stream()
              .map(window -> window.from(Window.Origin.RULES))
              .toList();
    }
    Set<Integer> editions =
        head.dates().editions().isEmpty() ? condition.dates().editions() : head.dates().editions();
    return new Timing(windows, editions, close);
  }

  private static List<Range> rangesOf(
      Listing listing, Reading head, Reading condition, Shape shape) {
    List<Range> ranges = new ArrayList<>();
    StrikeReader.read(listing.strike()).ifPresent(ranges::add);
    ranges.addAll(head.ranges());
    if (ranges.stream().allMatch(Range::isPoint)) {
      condition.ranges().stream().filter(range -> !range.isPoint()).forEach(ranges::add);
    }
    boolean plainGame = shape.game().isPresent() && ranges.stream().allMatch(Range::isBucket);
    if (plainGame) {
      ranges.clear();
    }
    ranges.sort((a, b) -> Boolean.compare(a.isPoint(), b.isPoint()));
    return List.copyOf(ranges);
  }

  private Shape shapeOf(Listing listing, Set<Tag> context, LocalDate near, Reading head) {
    Set<String> actors = new LinkedHashSet<>();
    Set<String> targets = new LinkedHashSet<>();
    String title = beforeAlias(listing.texts().title());
    String[] words = title.split("\\s+", -1);
    for (int at = 1; at < words.length - 1; at++) {
      if (vocabulary.directed(Words.stem(words[at].toLowerCase(Locale.ROOT)))) {
        String before = String.join(" ", List.of(words).subList(0, at));
        String after = String.join(" ", List.of(words).subList(at + 1, words.length));
        Reading.of(before, context, near, vocabulary).terms().forEach(t -> actors.add(t.key()));
        Reading.of(after, context, near, vocabulary).terms().forEach(t -> targets.add(t.key()));
        break;
      }
    }
    return new Shape(
        head.negations() % 2 == 1,
        Set.copyOf(actors),
        Set.copyOf(targets),
        outcomesOf(listing, context, near),
        GameReader.read(listing, context, near, vocabulary));
  }

  private Proposition.Outcomes outcomesOf(Listing listing, Set<Tag> context, LocalDate near) {
    Set<Tag> known =
        union(context, Reading.of(headlineOf(listing), context, near, vocabulary).tags());
    Listing.Names names = listing.names();
    return new Proposition.Outcomes(
        keys(names.group(), known, near),
        isYesNo(names) ? Set.of() : keys(names.yesLabel(), known, near),
        isYesNo(names) ? Set.of() : keys(names.noLabel(), known, near));
  }

  private static boolean isYesNo(Listing.Names names) {
    return names.noLabel().equalsIgnoreCase("no") || names.noLabel().equals(names.yesLabel());
  }

  private Set<String> keys(String text, Set<Tag> context, LocalDate near) {
    Set<String> keys = new LinkedHashSet<>();
    Reading.of(text, context, near, vocabulary).terms().forEach(term -> keys.add(term.key()));
    return Set.copyOf(keys);
  }

  private static Set<Tag> union(Set<Tag> a, Set<Tag> b) {
    Set<Tag> both = new LinkedHashSet<>(a);
    both.addAll(b);
    return both;
  }
}
