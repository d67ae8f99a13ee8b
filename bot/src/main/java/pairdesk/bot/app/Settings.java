package pairdesk.bot.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import pairdesk.bot.access.Access;
import pairdesk.bot.discord.DiscordSettings;
import pairdesk.bot.opinion.OpinionSettings;
import pairdesk.bot.sentence.SentenceModels;
import pairdesk.bot.text.Language;
import pairdesk.engine.market.Tactic;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;
import pairdesk.persistence.DatabaseUrl;
import pairdesk.venues.kalshi.KalshiSettings;
import pairdesk.venues.net.Secret;
import pairdesk.venues.polymarket.PolymarketSettings;
import pairdesk.venues.polymarket.chain.PolymarketChain;

/** Everything that the environment decides. */
public record Settings(
    Storage storage,
    Discord discord,
    KalshiSettings kalshi,
    PolymarketSettings polymarket,
    Redemption redemption,
    Matching matching,
    Trading trading,
    Service service) {

  /**
   * @param url a PostgreSQL of your own; empty: one of ours in the folder
   */
  public record Storage(Optional<DatabaseUrl> url, Path folder, String account) {}

  /**
   * The bot, who may use it, and where it speaks.
   *
   * @param secondApproverAbove a pair whose trades may be larger wants two people; empty: never
   * @param language of what stands in the channel; each person is answered in their own
   */
  public record Discord(
      DiscordSettings bot,
      Access access,
      String deskChannel,
      String auditChannel,
      Optional<Usd> secondApproverAbove,
      Language language) {}

  /**
   * How winnings on Polymarket become cash.
   *
   * @param byHand why a person redeems them at the venue's website, one sentence; empty: the desk
   *     does
   */
  public record Redemption(PolymarketChain.Settings chain, String byHand) {}

  /**
   * How pairs are judged.
   *
   * @param weights a file of {@code pairdesk fit}; empty: those that ship
   * @param sentences a model of sentences as one more feature; empty: none
   * @param opinions a language model that reads pairs too; empty: none does
   */
  public record Matching(
      Optional<Path> weights,
      Optional<SentenceModels.Files> sentences,
      Optional<OpinionSettings> opinions) {}

  /** Limits by the names of the environment; everything else keeps its default. */
  public record Trading(
      Ratio minEdge,
      Ratio slippage,
      Usd maxTrade,
      Usd maxMarket,
      Quantity minShares,
      Usd maxDayLoss,
      Waits waits,
      Paper paper,
      Buying buying) {}

  /**
   * How the two legs are bought.
   *
   * @param tactic MAKER_TAKER: a bid rests where that pays, and both are taken where it does not
   * @param restsOn venue of the bid
   * @param minRestingEdge least net edge per dollar of payout of a bid that rests
   */
  public record Buying(Tactic tactic, VenueId restsOn, Ratio minRestingEdge) {}

  /**
   * PAPER mode.
   *
   * @param cash what the paper account is opened with at each venue
   * @param latency between sending a paper order and the book that it meets
   */
  public record Paper(Usd cash, Duration latency) {}

  /**
   * Times.
   *
   * @param confirmation how much earlier than the fall of a leg's price the other venue's book may
   *     have been confirmed
   * @param rehearsal how long made orders are practised at start, at most; zero: none are
   */
  public record Waits(
      Duration orderTimeout,
      Duration cooldown,
      Duration catalogRefresh,
      Duration engineStall,
      Duration confirmation,
      Duration rehearsal) {}

  /**
   * @param healthPort local port of {@code /health}; 0 for any free one
   * @param timeServer host of an NTP server to check our clock against; empty: none is asked
   */
  public record Service(int healthPort, Optional<String> timeServer, Logging logging) {}

  /**
   * @param json for containers; else one line for people
   * @param level of our own classes
   * @param file besides standard error; empty: none
   * @param secrets that no line may have in it
   */
  public record Logging(boolean json, String level, Optional<Path> file, List<Secret> secrets) {
    public Logging {
      secrets = List.copyOf(secrets);
    }
  }
}
