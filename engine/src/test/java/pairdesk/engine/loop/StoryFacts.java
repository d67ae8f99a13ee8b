package pairdesk.engine.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.control.Mode;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Tactic;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.operator.Actor;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.sample.BasketStrategy;
import pairdesk.engine.strategy.crossvenue.CrossVenueStrategy;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.engine.venue.VenueStatus.Health;

/** The words of a {@link Story}: each pattern is one thing that can happen. */
final class StoryFacts {
  private static final Actor ANN = new Actor("discord:1", "Ann");
  private static final String ORDER = "([A-Z]+#\\d+ [a-z]+(?::[A-Z]+)?/[A-Z]+)";
  private static final String SPAN = "(\\d+) (ms|s|min|h)";

  private final Map<Pattern, Consumer<Matcher>> words = new LinkedHashMap<>();
  private final Map<String, List<Fill>> fills = new HashMap<>();
  private Rig rig = Rig.live();
  private String[] books = {};
  private final Map<Instrument, List<String>> outcomes = new LinkedHashMap<>();

  StoryFacts() {
    plans();
    time();
    orders();
    venues();
    people();
  }

  /** Everything that the engine asked for because of it. */
  List<Effect> happens(String fact) {
    for (Map.Entry<Pattern, Consumer<Matcher>> word : words.entrySet()) {
      Matcher matcher = word.getKey().matcher(fact);
      if (matcher.matches()) {
        int before = rig.effects().size();
        Rig played = rig;
        word.getValue().accept(matcher);
        return rig == played ? rig.effects().subList(before, rig.effects().size()) : rig.effects();
      }
    }
    throw new IllegalArgumentException("nothing known happens so: " + fact);
  }

  private void word(String pattern, Consumer<Matcher> what) {
    words.put(Pattern.compile(pattern), what);
  }

  private void plans() {
    word("plan taker taker", _ -> rig = Rig.live());
    word(
        "plan sequential",
        _ -> rig = Rig.live(Rig.settings(Map.of(CrossVenueStrategy.NAME, Tactic.SEQUENTIAL))));
    word("plan a bid on ([a-z]+)", m -> rig = Rig.making(new VenueId(m.group(1))));
    word(
        "plan a basket of (\\d) (YES|NO) (at once|in turn)",
        m -> {
          int count = Integer.parseInt(m.group(1));
          boolean yes = m.group(2).equals("YES");
          List<Instrument> legs =
              Rig.outcomes(count).stream().map(id -> yes ? id.yes() : id.no()).toList();
          boolean turns = m.group(3).equals("in turn");
          rig =
              Rig.basket(
                      new BasketStrategy(legs, yes ? 1 : count - 1),
                      turns ? Tactic.SEQUENTIAL : Tactic.TAKER_TAKER,
                      Rig.recovered(Mode.LIVE))
                  .forgetEffects();
        });
    word(
        "plan taker taker, equity was \\$(\\d+)",
        m -> rig = Rig.wealthy(Integer.parseInt(m.group(1))));
    word(
        "plan taker taker, at most (\\d+) entry a minute",
        m -> rig = Rig.live(Rig.settings(Integer.parseInt(m.group(1)))));
  }

  private void time() {
    word(
        "books YES (.*) / (.*) \\| NO (.*) / (.*)",
        m -> {
          books = new String[] {m.group(1), m.group(2), m.group(3), m.group(4)};
          show();
        });
    word(
        "outcomes ((?:[A-Z]+/[A-Z]+ .* / .*)(?: \\| [A-Z]+/[A-Z]+ .* / .*)*)",
        m -> {
          outcomes.clear();
          for (String told : m.group(1).split(" \\| ", -1)) {
            String[] sides = told.substring(told.indexOf(' ') + 1).split(" / ", -1);
            outcomes.put(outcome(told), List.of(side(sides[0]), side(sides[1])));
          }
          show();
        });
    word(
        "book (YES|NO) (.*) / (.*)",
        m -> {
          int first = m.group(1).equals("YES") ? 0 : 2;
          books[first] = m.group(2);
          books[first + 1] = m.group(3);
          rig.book(first == 0 ? Rig.YES : Rig.NO, side(m.group(2)), side(m.group(3)));
        });
    word(SPAN + " pass", m -> rig.pass(span(m, 1)));
    word(
        SPAN + " pass and the books stay",
        m -> {
          Instant end = rig.now().plus(span(m, 1));
          while (rig.now().isBefore(end)) {
            Duration left = Duration.between(rig.now(), end);
            rig.pass(left.compareTo(Duration.ofSeconds(3)) < 0 ? left : Duration.ofSeconds(3));
            show();
          }
        });
  }

  private static Instrument outcome(String told) {
    String[] names = told.substring(0, told.indexOf(' ')).split("/", -1);
    return new Instrument(MarketId.kalshi(names[0]), Outcome.valueOf(names[1]));
  }

  private void show() {
    if (!outcomes.isEmpty()) {
      rig.books(outcomes);
      return;
    }
    rig.books(side(books[0]), side(books[1]), side(books[2]), side(books[3]));
  }

  private static String side(String levels) {
    return levels.equals("-") ? "" : levels;
  }

  private void orders() {
    word(
        ORDER + " rests",
        m -> {
          rig.rests(order(m));
        });
    word(
        ORDER + " fills ([\\d.]+)(?: at ([\\d.]+))?",
        m -> {
          OrderIntent order = order(m);
          boolean whole = Quantity.parse(m.group(2)).equals(order.terms().quantity());
          OrderState end = whole ? OrderState.FILLED : OrderState.CANCELLED;
          rig.on(
              Rig.sent(order, rig.now()),
              Rig.accepted(order, end, m.group(2)),
              Rig.filled(fill(m, m.group(3))));
        });
    word(ORDER + " fills nothing", m -> rig.fillPart(order(m), "0"));
    word(ORDER + " trades ([\\d.]+)", m -> rig.on(Rig.filled(fill(m, null))));
    word(
        ORDER + " is cancelled after ([\\d.]+)",
        m -> rig.on(rig.updated(order(m), OrderState.CANCELLED, m.group(2))));
    word(
        ORDER + " is refused: ([A-Z_]+)",
        m ->
            rig.on(
                Rig.answered(
                    order(m), new SubmitOutcome.Rejected(RejectCode.valueOf(m.group(2)), "no"))));
    word(
        ORDER + " is not answered",
        m -> {
          rig.on(Rig.sent(order(m), rig.now()), Rig.unknown(order(m)));
        });
    word(
        ORDER + " leaves",
        m -> {
          rig.on(Rig.sent(order(m), rig.now()));
        });
    word(
        "the call of " + ORDER + " times out",
        m -> {
          rig.on(Rig.unknown(order(m)));
        });
    word(
        ORDER + " is not to be found from now on",
        m -> {
          rig.lookup(order(m), OrderLookup.Absent::new);
        });
    word(
        ORDER + " is found filled",
        m -> {
          OrderIntent order = order(m);
          Quantity all = order.terms().quantity();
          rig.on(
              Rig.lookedUp(
                  order,
                  new OrderLookup.Found(
                      Rig.venueId(order),
                      OrderState.FILLED,
                      all,
                      List.of(rig.fill(order, all.toString())))));
        });
    word(
        ORDER + " is found ([A-Z]+) with nothing filled",
        m -> {
          OrderIntent order = order(m);
          rig.on(
              Rig.lookedUp(
                  order,
                  new OrderLookup.Found(
                      Rig.venueId(order),
                      OrderState.valueOf(m.group(2)),
                      Quantity.ZERO,
                      List.of())));
        });
    word(
        "the last trade of " + ORDER + " is taken back",
        m -> rig.voided(fills.getOrDefault(m.group(1), List.of()).getLast()));
    word(
        "the last trade of " + ORDER + " settles",
        m -> rig.settled(fills.getOrDefault(m.group(1), List.of()).getLast()));
    word(
        ORDER + " never leaves",
        m -> rig.on(Rig.answered(order(m), new SubmitOutcome.NotSent("connection refused"))));
    word(
        ORDER + " is answered after " + SPAN + ": not fillable",
        m -> {
          OrderIntent order = order(m);
          rig.on(
              Rig.sent(order, rig.now()),
              new EngineEvent.SubmitAnswered(
                  order.id(),
                  new SubmitOutcome.Rejected(RejectCode.NOT_FILLABLE, "no"),
                  span(m, 2)));
        });
  }

  private void venues() {
    word(
        "([a-z]+) is ([A-Z_]+)",
        m -> rig.venue(new VenueId(m.group(1)), Health.valueOf(m.group(2))));
    word(
        "([a-z]+) may have told less than happened",
        m -> {
          rig.silenceAccounts();
          rig.on(new EngineEvent.AccountDoubtful(new VenueId(m.group(1)), "heartbeat lost"));
        });
    word(
        "the clock of ([a-z]+) is off by " + SPAN,
        m -> rig.on(new EngineEvent.ClockMeasured(new VenueId(m.group(1)), span(m, 2))));
    word("the journal is " + SPAN + " behind", m -> rig.on(new EngineEvent.JournalLag(span(m, 1))));
    word(
        "a commit of intents took " + SPAN,
        m -> rig.on(new EngineEvent.CommitMeasured(span(m, 1))));
    word("the engine hung for " + SPAN, m -> rig.on(new EngineEvent.EngineStalled(span(m, 1))));
    word("the database refuses (.*)", m -> rig.on(new EngineEvent.RowRefused(m.group(1))));
    word(
        "([a-z]+) reports an order of ours that nobody intended",
        m -> rig.on(Rig.orphan(new VenueId(m.group(1)), rig.now())));
  }

  private void people() {
    word("Ann halts", _ -> rig.ask(new OperatorRequest.Halt("by hand", ANN)));
    word("Ann resumes", _ -> rig.ask(new OperatorRequest.Resume("looked at", rig.now(), ANN)));
    word("Ann resets (.*)", m -> rig.ask(new OperatorRequest.ResetBreaker(m.group(1), ANN)));
    word(
        "Ann goes ([A-Z]+)",
        m -> rig.ask(new OperatorRequest.SetMode(Mode.valueOf(m.group(1)), rig.now(), ANN)));
    word(
        "Ann wants the pair bought by ([A-Z_]+)",
        m -> rig.ask(new OperatorRequest.ChooseTactic(Rig.PAIR, Tactic.valueOf(m.group(1)), ANN)));
    word(
        "Ann pauses the pair",
        _ -> rig.ask(new OperatorRequest.ChangePair(Rig.pair(PairStatus.PAUSED), ANN)));
  }

  /** The newest order of that name. */
  private OrderIntent order(Matcher m) {
    String name = m.group(1);
    return rig.intents().stream()
        .filter(intent -> Transcript.nameOf(intent).equals(name))
        .reduce((_, later) -> later)
        .orElseThrow(() -> new IllegalArgumentException("no order was sent as " + name));
  }

  private Fill fill(Matcher m, @Nullable String price) {
    OrderIntent order = order(m);
    Fill fill =
        price == null
            ? rig.fill(order, m.group(2))
            : rig.fill(order, m.group(2), Price.parse(price));
    fills.computeIfAbsent(m.group(1), _ -> new ArrayList<>()).add(fill);
    return fill;
  }

  private static Duration span(Matcher m, int group) {
    long amount = Long.parseLong(m.group(group));
    return switch (m.group(group + 1)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "min" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }
}
