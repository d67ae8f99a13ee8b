package pairdesk.bot.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.LogLine;
import pairdesk.bot.text.Language;
import pairdesk.bot.text.Texts;
import pairdesk.engine.book.Book;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.money.Usd;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;

/** The desk as commands see it. */
record ConsoleDesk(
    Engine engine,
    Function<MarketId, Optional<Market>> markets,
    Supplier<Optional<Duration>> answers,
    Rows rows,
    InstantSource clock)
    implements Desk {
  /**
   * The engine from outside.
   *
   * @param wants told of a pair whose markets the engine must hear of, before it hears of the pair
   * @param objections what stands against LIVE
   * @param books asks the venues for them
   * @param strategies names of those that run
   * @param secondApproverAbove trades that two people must have approved; empty: none
   * @param language of what stands in the channel
   */
  record Engine(
      Supplier<EngineView> views,
      Consumer<EngineEvent> inbox,
      Consumer<Pair> wants,
      Supplier<List<String>> objections,
      Function<Collection<Market>, List<Book>> books,
      List<String> strategies,
      Optional<Usd> secondApproverAbove,
      Language language) {}

  private static final long ANSWER_LIMIT_MILLIS = 2_000;

  @Override
  public EngineView view() {
    return engine.views().get();
  }

  @Override
  public List<String> objectionsToLive() {
    return engine.objections().get();
  }

  @Override
  public Optional<Duration> answersWithin() {
    return answers.get();
  }

  @Override
  public List<Book> books(Collection<Market> markets) {
    return engine.books().apply(markets);
  }

  @Override
  public List<String> strategies() {
    return engine.strategies();
  }

  @Override
  public Optional<Usd> secondApproverAbove() {
    return engine.secondApproverAbove();
  }

  @Override
  public Texts texts() {
    return Texts.in(engine.language());
  }

  @Override
  public List<LogLine> logs(LogLine.Level least, int most) {
    return Logs.recent(least, most);
  }

  @Override
  public OperatorReply ask(OperatorRequest request) {
    var reply = new CompletableFuture<OperatorReply>();
    if (request instanceof OperatorRequest.ChangePair change) {
      engine.wants().accept(change.pair());
    }
    engine.inbox().accept(new EngineEvent.OperatorAsked(request, reply::complete));
    try {
      return reply.get(ANSWER_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new OperatorReply.Refused("The desk is stopping.");
    } catch (ExecutionException e) {
      throw new IllegalStateException("the engine does not fail a reply", e);
    } catch (TimeoutException e) {
      return new OperatorReply.Refused(
          "The engine did not answer within 2 s; it may still do what was asked. See `/status`.");
    }
  }

  @Override
  public Optional<Market> market(MarketId id) {
    return markets.apply(id);
  }
}
