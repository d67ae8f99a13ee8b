package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Relation;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.matching.Matcher;
import pairdesk.persistence.Pairs;

class PairWatchTest {
  private final Map<MarketId, Market> markets = new HashMap<>();
  private final MatchDesk matches =
      new MatchDesk(new Matcher(), id -> Optional.ofNullable(markets.get(id)));
  private final Pairs pairs = mock(Pairs.class);
  private final List<EngineEvent> told = new ArrayList<>();
  private final PairWatch watch =
      new PairWatch(
          new PairWatch.Parts(
              pairs,
              matches,
              market -> told.add(new EngineEvent.MarketListed(market)),
              told::add,
              _ -> {},
              InstantSource.fixed(SampleDesk.NOW)),
          Set.of(SampleDesk.KALSHI, SampleDesk.POLY));

  @AfterEach
  void close() {
    matches.close();
  }

  private void list(MarketId id, String rules) {
    markets.put(id, SampleDesk.market(id, rules));
  }

  /** Approves the two texts as they are listed now. */
  private Pair approve() {
    String hash =
        matches.compare(SampleDesk.KALSHI, SampleDesk.POLY).orElseThrow().evidence().rulesHash();
    var pair =
        new Pair(
            new PairId(1),
            SampleDesk.KALSHI,
            SampleDesk.POLY,
            Relation.SAME,
            PairStatus.APPROVED,
            hash);
    var listed =
        new Pairs.Listed(
            pair, 90, "Rain", "Rain", "{}", new Pairs.Change("Ada", SampleDesk.NOW), "");
    when(pairs.list(any(), anyInt())).thenReturn(List.of(listed));
    when(pairs.decide(any(), any()))
        .thenReturn(new Pairs.Decided.Done(pair.withStatus(PairStatus.SUSPENDED)));
    return pair;
  }

  @Test
  void leavesAPairWhoseRulesAreAsApproved() {
    list(SampleDesk.KALSHI, "Pays if it rains.");
    list(SampleDesk.POLY, "Pays if it rains.");
    approve();
    watch.read();
    assertEquals(List.of(), told);
  }

  @Test
  @Tag("fault:V7")
  void suspendsAPairWhoseRulesWereEditedWhileAVenueWasAway() {
    list(SampleDesk.KALSHI, "Pays if it rains.");
    list(SampleDesk.POLY, "Pays if it rains.");
    Pair pair = approve();
    list(SampleDesk.KALSHI, "Pays if it rains before noon.");
    markets.remove(SampleDesk.POLY);
    watch.read();
    assertEquals(List.of(), told);

    list(SampleDesk.POLY, "Pays if it rains.");
    watch.read();

    var asked = assertInstanceOf(EngineEvent.OperatorAsked.class, told.getFirst());
    var change = assertInstanceOf(OperatorRequest.ChangePair.class, asked.request());
    assertEquals(pair.withStatus(PairStatus.SUSPENDED), change.pair());
  }
}
