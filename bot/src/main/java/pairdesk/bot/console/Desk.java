package pairdesk.bot.console;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import pairdesk.bot.report.Reports;
import pairdesk.bot.text.Language;
import pairdesk.bot.text.Texts;
import pairdesk.engine.book.Book;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.persistence.Audit;
import pairdesk.persistence.BoardStore;
import pairdesk.persistence.ControlStore;
import pairdesk.persistence.Database;
import pairdesk.persistence.History;
import pairdesk.persistence.LimitStore;
import pairdesk.persistence.Markets;
import pairdesk.persistence.NoticeStore;
import pairdesk.persistence.PairTactics;
import pairdesk.persistence.Pairs;
import pairdesk.persistence.SoleApprovals;

/** What commands work with. */
public interface Desk {
  /** The engine as it is now; never waits. */
  EngineView view();

  /** Asks the engine and waits for its answer, at most two seconds. */
  OperatorReply ask(OperatorRequest request);

  /** A market from the catalogues in memory. */
  Optional<Market> market(MarketId id);

  /**
   * What of this installation stands against LIVE, one sentence each: a database that may lose
   * rows, a venue that does not let the account trade. Asks the venues; takes a moment.
   */
  default List<String> objectionsToLive() {
    return List.of();
  }

  /**
   * Books of these markets as their venues have them now, followed or not; what cannot be had is
   * missing. Asks the venues; takes a moment.
   */
  List<Book> books(Collection<Market> markets);

  /** Names of the strategies that look for opportunities. */
  List<String> strategies();

  /** Approvals of larger trades want a second person; empty: one is always enough. */
  default Optional<Usd> secondApproverAbove() {
    return Optional.empty();
  }

  /** The language of what stands in the channel, for everybody. */
  default Texts texts() {
    return Texts.in(Language.ENGLISH);
  }

  /** Within which time 99 of 100 requests of people got their first word; empty: none yet. */
  default Optional<Duration> answersWithin() {
    return Optional.empty();
  }

  /** The newest lines of the log of this level and above, oldest first; at most 50. */
  default List<LogLine> logs(LogLine.Level least, int most) {
    return List.of();
  }

  Rows rows();

  InstantSource clock();

  /** The database as the console sees it. */
  record Rows(
      Pairs pairs,
      SoleApprovals soleApprovals,
      PairTactics tactics,
      History history,
      ControlStore controls,
      LimitStore limits,
      Audit audit,
      Markets markets,
      Reports reports,
      NoticeStore notices,
      BoardStore boards) {

    /** All of one database. */
    public static Rows of(Database database) {
      var audit = new Audit(database);
      return new Rows(
          new Pairs(database, audit),
          new SoleApprovals(database, audit),
          new PairTactics(database, audit),
          new History(database),
          new ControlStore(database, audit),
          new LimitStore(database, audit),
          audit,
          new Markets(database),
          new Reports(database),
          new NoticeStore(database, audit),
          new BoardStore(database));
    }
  }
}
