package pairdesk.benchmarks;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import pairdesk.bot.console.Desk;
import pairdesk.engine.book.Book;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.loop.EngineLoop;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.strategy.crossvenue.CrossVenueStrategy;
import pairdesk.persistence.Database;

/** What commands work with: the ticking engine, and the rows of a database. */
record LoadedDesk(EngineLoop loop, Rows rows, InstantSource clock) implements Desk {

  static LoadedDesk of(EngineLoop loop, Database database, InstantSource clock) {
    return new LoadedDesk(loop, Rows.of(database), clock);
  }

  @Override
  public EngineView view() {
    return loop.view();
  }

  @Override
  public OperatorReply ask(OperatorRequest request) {
    var reply = new CompletableFuture<OperatorReply>();
    loop.report(new EngineEvent.OperatorAsked(request, reply::complete));
    return reply
        .completeOnTimeout(new OperatorReply.Refused("no answer"), 2, TimeUnit.SECONDS)
        .join();
  }

  @Override
  public Optional<Market> market(MarketId id) {
    return Optional.ofNullable(view().desk().markets().get(id));
  }

  @Override
  public List<Book> books(Collection<Market> markets) {
    return List.of();
  }

  @Override
  public List<String> strategies() {
    return List.of(CrossVenueStrategy.NAME);
  }
}
