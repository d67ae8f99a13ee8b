package pairdesk.bot.report;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Edge;
import pairdesk.engine.opportunity.Opportunity.Bundle;
import pairdesk.engine.risk.Cap;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.Sizing;
import pairdesk.engine.risk.quality.BooksConfirmedRule;

/** Every rule of the gate in words: what it wants, what an opportunity had, what would help. */
final class RuleTexts {
  private static final String ROOM = "More room below this limit, or a smaller trade.";

  private final Map<String, Told> told = new HashMap<>();

  /**
   * What is told of a rule.
   *
   * @param measured the number of the opportunity, as far as it was recorded with it
   * @param wanted what would have had to be different
   */
  private record Told(
      Function<Bundle, String> limit,
      Function<Bundle, String> measured,
      Function<Bundle, String> wanted) {
    /** Of a rule whose number only the engine saw. */
    static Told of(String limit, String wanted) {
      return new Told(bundle -> limit, bundle -> "", bundle -> wanted);
    }
  }

  RuleTexts(Limits limits) {
    data(limits.data());
    quality(limits.quality());
    capital(limits.capital());
    breaker(limits.timing());
  }

  String limit(String rule, Bundle bundle) {
    return of(rule).limit().apply(bundle);
  }

  String measured(String rule, Bundle bundle) {
    return of(rule).measured().apply(bundle);
  }

  String wanted(String rule, Bundle bundle) {
    return of(rule).wanted().apply(bundle);
  }

  /** A rule that is gone by now has no words: verdicts outlive it. */
  private Told of(String rule) {
    return told.getOrDefault(rule, Told.of("", ""));
  }

  private void data(Limits.Data limits) {
    told.put("venue-up", Told.of("each venue works in full", "The venue up again."));
    told.put("pair-limit", Told.of("what was approved for the pair", ROOM));
    told.put("pair-approved", Told.of("the pair is approved", "The pair approved."));
    told.put(
        "market-open",
        Told.of("markets open, fees known", "The market open, with fees that can be counted."));
    told.put("leg-ask", Told.of("an offer for each leg", "A fresh book with an offer in it."));
    told.put("book-crossed", Told.of("no bid at or above an ask", "A book that makes sense."));
    told.put(
        "liquidity",
        Told.of("at least " + limits.minLiquidity() + " a market", "More dollars in that market."));
    told.put(
        "too-good",
        new Told(
            bundle -> "at most " + limits.tooGood() + " net",
            RuleTexts::edge,
            bundle -> "Nothing to wait for: so good a price is a mistake. Look at the data."));
  }

  private void quality(Limits.Quality limits) {
    long most = limits.maxBookAge().toMillis();
    told.put(
        "book-age",
        new Told(
            bundle -> "less than " + most + " ms",
            bundle -> oldest(bundle).toMillis() + " ms",
            bundle -> "Every book confirmed less than " + most + " ms before."));
    told.put(
        BooksConfirmedRule.NAME,
        Told.of(
            "the other venue's book no older than a leg's price",
            "The other venue's book: it was asked for at once. What then stands is decided anew."));
    told.put(
        "net-edge",
        new Told(
            bundle -> "at least " + limits.floor(bundle.strategy()).minNetEdge() + " net",
            RuleTexts::edge,
            bundle -> cheaper(bundle, limits.floor(bundle.strategy()).minNetEdge())));
    told.put(
        "minimum-size",
        new Told(
            bundle -> "at least " + limits.floor(bundle.strategy()).minShares() + " shares",
            bundle -> bundle.shares() + " shares",
            bundle -> larger(bundle, limits.floor(bundle.strategy()).minShares())));
    told.put(
        "slippage",
        new Told(
            bundle -> "at most " + limits.maxSlippage() + " above the best price",
            RuleTexts::worst,
            bundle -> "More shares offered near the best price."));
  }

  private void capital(Limits.Capital limits) {
    told.put(
        "reconciled",
        Told.of(
            "accounts agree, cash told within " + limits.reportAge().toSeconds() + " s",
            "The account read again, and every difference explained."));
    told.put("unhedged", most(limits.open().unhedged(), "unhedged"));
    told.put("open-risk", most(limits.open().openRisk(), "at risk"));
    told.put("provisional", most(limits.open().provisional(), "that may be taken back"));
    told.put("partial-loss", most(limits.open().partialLoss(), "lost with a leg empty"));
    told.put(
        "netting",
        Told.of("none of the other outcome held", "The other outcome not held any more."));
    told.put(
        "first-trade",
        new Told(
            bundle -> "at most " + limits.firstTrade() + " until one trade of the pair is certain",
            bundle -> Sizing.stake(bundle) + " a trade",
            bundle -> "A trade of the pair whose fills are final."));
    told.put(
        "one-trade",
        new Told(
            bundle -> "at most " + text(limits.oneTrade()) + " a trade",
            bundle -> Sizing.stake(bundle).toString(),
            bundle -> ROOM));
    Limits.Committed committed = limits.committed();
    told.put("one-market", Told.of("at most " + committed.market() + " a market", ROOM));
    told.put("one-event", share(committed.event(), "an event"));
    told.put("one-strike", share(committed.strike(), "a strike"));
    told.put("all-open", share(committed.total(), "everything"));
    told.put("balance", Told.of("free cash for each leg", "More free cash at that venue."));
  }

  private void breaker(Limits.Timing limits) {
    told.put("halt", Told.of("nobody has halted", "The halt ended by an admin."));
    told.put("breaker", Told.of("no breaker is tripped", "The breaker reset."));
    told.put(
        "final-freeze",
        Told.of(
            "not in the last " + limits.freeze().toSeconds() + " s before a close",
            "An earlier moment."));
    told.put("cooldown", Told.of("the pair has rested", "The rest after the last trade over."));
    told.put(
        "stuck-event",
        Told.of(
            "no execution stuck in the event", "What is stuck there sold, by hand if need be."));
    told.put(
        "one-execution",
        Told.of(
            "no other execution of the pair, no unknown order", "What is under way there ended."));
  }

  private static Told most(Cap cap, String what) {
    return Told.of("at most " + text(cap) + " " + what, ROOM);
  }

  private static Told share(Ratio share, String of) {
    return Told.of("at most " + share + " of capital in " + of, ROOM);
  }

  private static String text(Cap cap) {
    return cap.dollars() + " or " + cap.ofCapital() + " of capital";
  }

  private static Duration oldest(Bundle bundle) {
    return bundle.legs().stream()
        .map(leg -> leg.reading().bookAge())
        .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
  }

  private static String worst(Bundle bundle) {
    return bundle.legs().stream()
        .map(leg -> leg.instrument().venue().code() + " up to $" + leg.worst())
        .collect(Collectors.joining(", "));
  }

  private static String edge(Bundle bundle) {
    Edge edge = bundle.edge();
    return "%s: %s paid out − %s cost − %s fees − %s allowance = %s"
        .formatted(
            edge.netRatio(), edge.payout(), edge.cost(), edge.fees(), edge.slippage(), edge.net());
  }

  /** The missing dollars, and what they are of one share, both rounded up. */
  private static String cheaper(Bundle bundle, Ratio least) {
    Usd needed = bundle.edge().payout().times(least, Rounding.UP);
    Usd missing = needed.minus(bundle.edge().net()).max(Usd.ZERO);
    long e4 = Rounding.UP.multiplyDivide(missing.e6(), 10_000, bundle.shares().e6());
    return "Cost and fees %s lower together, $%s a share."
        .formatted(missing, Price.ofE4(Math.toIntExact(Math.min(e4, Price.ONE.e4()))));
  }

  private static String larger(Bundle bundle, Quantity least) {
    return least.minusOrZero(bundle.shares()) + " more shares offered at a price that pays.";
  }
}
