package pairdesk.bot.scene;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.LogLine;
import pairdesk.bot.text.Language;
import pairdesk.bot.text.Texts;
import pairdesk.engine.book.Book;
import pairdesk.engine.control.Controls;
import pairdesk.engine.execution.InsideSlippage;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.risk.Limits;

/** A desk whose engine says what the test tells it to say. */
public final class FakeDesk implements Desk {
  private final Rows rows;
  private final InstantSource clock;
  public final Map<MarketId, Market> markets = new HashMap<>();
  public final List<OperatorRequest> asked = new CopyOnWriteArrayList<>();
  public volatile EngineView view;
  public volatile Function<OperatorRequest, OperatorReply> engine =
      request ->
          new OperatorReply.Done(
              switch (request) {
                case OperatorRequest.ChangePair change ->
                    "Pair " + change.pair().id() + " is " + change.pair().status() + ".";
                case OperatorRequest.SetMode set -> set.mode() + ".";
                case OperatorRequest.Halt _ -> "Halted.";
                case OperatorRequest.Resume _ -> "Resumed.";
                case OperatorRequest.SetLimit set ->
                    "Changed to " + set.dial().text(set.value()) + ".";
                case OperatorRequest.CancelAll _,
                    OperatorRequest.CancelOrder _,
                    OperatorRequest.ChooseTactic _,
                    OperatorRequest.ResetBreaker _,
                    OperatorRequest.UnwindExecution _ ->
                    "Done.";
              });

  public volatile List<String> objections = List.of();

  FakeDesk(Rows rows, InstantSource clock) {
    this.rows = rows;
    this.clock = clock;
    this.view = quiet(clock.instant());
  }

  private static final EngineView.SetLimits LIMITS =
      new EngineView.SetLimits(Limits.DEFAULTS, Limits.DEFAULTS);
  private static final EngineView.Kpis NO_KPIS =
      new EngineView.Kpis(0, 0, InsideSlippage.NONE, 0, Duration.ZERO, Duration.ZERO);
  private static final EngineView.Wealth NOTHING =
      new EngineView.Wealth(
          List.of(),
          List.of(),
          List.of(),
          new EngineView.Risk(Usd.ZERO, Usd.ZERO, Usd.ZERO, Usd.ZERO));

  /** A desk that has just started and knows nothing yet. */
  public static EngineView quiet(Instant now) {
    return new EngineView(
        now,
        new EngineView.Desk(
            Controls.INITIAL, LIMITS, List.of(), Map.of(), Map.of(), Map.of(), List.of()),
        new EngineView.Trading(List.of(), List.of(), List.of(), NO_KPIS),
        NOTHING,
        new EngineView.Paper(NOTHING, NO_KPIS));
  }

  public void controls(Controls controls) {
    EngineView.Desk old = view.desk();
    desk(
        new EngineView.Desk(
            controls,
            old.limits(),
            old.breakers(),
            old.venues(),
            old.markets(),
            old.books(),
            old.pairs()));
  }

  public void desk(EngineView.Desk desk) {
    view = new EngineView(view.at(), desk, view.trading(), view.wealth(), view.paper());
  }

  public void trading(EngineView.Trading trading) {
    view = new EngineView(view.at(), view.desk(), trading, view.wealth(), view.paper());
  }

  public void wealth(EngineView.Wealth wealth) {
    view = new EngineView(view.at(), view.desk(), view.trading(), wealth, view.paper());
  }

  public void paper(EngineView.Paper paper) {
    view = new EngineView(view.at(), view.desk(), view.trading(), view.wealth(), paper);
  }

  @Override
  public EngineView view() {
    return view;
  }

  @Override
  public OperatorReply ask(OperatorRequest request) {
    asked.add(request);
    return engine.apply(request);
  }

  @Override
  public List<String> objectionsToLive() {
    return objections;
  }

  @Override
  public Optional<Market> market(MarketId id) {
    return Optional.ofNullable(markets.get(id));
  }

  public volatile Optional<Usd> secondApproverAbove = Optional.empty();

  @Override
  public Optional<Usd> secondApproverAbove() {
    return secondApproverAbove;
  }

  /** What the venues have, followed or not. */
  public final Map<Instrument, Book> atVenues = new HashMap<>();

  @Override
  public List<Book> books(Collection<Market> wanted) {
    return wanted.stream()
        .flatMap(market -> Stream.of(market.id().yes(), market.id().no()))
        .filter(atVenues::containsKey)
        .map(atVenues::get)
        .toList();
  }

  @Override
  public List<String> strategies() {
    return List.of("cross-venue");
  }

  public volatile Language language = Language.ENGLISH;

  @Override
  public Texts texts() {
    return Texts.in(language);
  }

  /** What the log has, oldest first. */
  public volatile List<LogLine> logs = List.of();

  @Override
  public List<LogLine> logs(LogLine.Level least, int most) {
    List<LogLine> above = logs.stream().filter(line -> line.level().compareTo(least) >= 0).toList();
    return above.subList(Math.max(0, above.size() - most), above.size());
  }

  @Override
  public Rows rows() {
    return rows;
  }

  @Override
  public InstantSource clock() {
    return clock;
  }
}
