package pairdesk.engine.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.strategy.MarketView;

/** Markets, trusted books and pairs, as last reported. */
final class Markets implements MarketView {
  private static final Comparator<Pair> BY_ID = Comparator.comparing(Pair::id);

  private final Map<MarketId, Market> markets = new HashMap<>();
  private final BookTable books = new BookTable();
  private final Map<Instrument, Instant> cheaperSince = new HashMap<>();
  private final Map<PairId, Pair> pairs = new HashMap<>();
  private final Map<MarketId, List<Pair>> approved = new HashMap<>();
  private Set<MarketId> changed = new TreeSet<>();
  private @Nullable Map<MarketId, Market> listed;
  private @Nullable List<Pair> told;
  private @Nullable Set<MarketId> wanted;

  void listed(Market market) {
    if (!market.equals(markets.put(market.id(), market))) {
      listed = null;
      changed.add(market.id());
    }
  }

  void bookChanged(Book book) {
    Book before = books.put(book);
    if (isCheaper(book, before)) {
      cheaperSince.put(book.instrument(), book.confirmedAt());
    }
    changed.add(book.instrument().market());
  }

  private static boolean isCheaper(Book book, @Nullable Book before) {
    return !book.asks().isEmpty()
        && (before == null
            || before.asks().isEmpty()
            || book.asks().priceE4(0) < before.asks().priceE4(0));
  }

  void bookStale(Instrument instrument) {
    books.remove(instrument);
  }

  void pairChanged(Pair pair) {
    Pair before = pairs.put(pair.id(), pair);
    told = null;
    wanted = null;
    if (before != null) {
      forget(before.left(), before);
      forget(before.right(), before);
    }
    if (pair.status() == PairStatus.APPROVED) {
      approve(pair.left(), pair);
      approve(pair.right(), pair);
    }
    changed.add(pair.left());
    changed.add(pair.right());
  }

  /** Its markets are looked at anew, though nothing about them has changed. */
  void lookAgain(PairId id) {
    pair(id).ifPresent(pair -> changed.addAll(List.of(pair.left(), pair.right())));
  }

  /** Markets with news since this was asked last. */
  Set<MarketId> takeChanged() {
    Set<MarketId> taken = changed;
    changed = new TreeSet<>();
    return taken;
  }

  @Override
  public Optional<Book> book(Instrument instrument) {
    return Optional.ofNullable(books.get(instrument));
  }

  /** Never later than its book was confirmed: the clock may have been set back since. */
  @Override
  public Optional<Instant> cheaperSince(Instrument instrument) {
    Book book = books.get(instrument);
    Instant fell = cheaperSince.get(instrument);
    return book == null || fell == null
        ? Optional.empty()
        : Optional.of(fell.isBefore(book.confirmedAt()) ? fell : book.confirmedAt());
  }

  @Override
  public Optional<Market> market(MarketId id) {
    return Optional.ofNullable(markets.get(id));
  }

  @Override
  public Collection<Pair> pairsOf(MarketId id) {
    return approved.getOrDefault(id, List.of());
  }

  Optional<Pair> pair(PairId id) {
    return Optional.ofNullable(pairs.get(id));
  }

  /** Copied when one has changed, as the markets are: readers are served many times a second. */
  List<Pair> pairs() {
    if (told == null) {
      told = pairs.values().stream().sorted(BY_ID).toList();
    }
    return told;
  }

  /** Approved pairs of which a market has settled: they end. */
  List<Pair> settledPairs(Set<MarketId> among) {
    var settled = new ArrayList<Pair>();
    for (MarketId id : among) {
      if (market(id).filter(m -> m.life().status() == MarketStatus.SETTLED).isPresent()) {
        settled.addAll(pairsOf(id));
      }
    }
    return settled;
  }

  /** Kalshi's shard of a market; 0 for a market that is not known yet. */
  int shard(MarketId id) {
    return market(id).map(m -> m.address().shard()).orElse(0);
  }

  /** Both markets of every approved pair; the same set until a pair changes. */
  Set<MarketId> wanted() {
    if (wanted == null) {
      wanted =
          pairs.values().stream()
              .filter(pair -> pair.status() == PairStatus.APPROVED)
              .flatMap(pair -> Stream.of(pair.left(), pair.right()))
              .collect(Collectors.toUnmodifiableSet());
    }
    return wanted;
  }

  Map<MarketId, Market> markets() {
    if (listed == null) {
      listed = Map.copyOf(markets);
    }
    return listed;
  }

  Map<Instrument, Book> books() {
    return books.copy();
  }

  private void approve(MarketId market, Pair pair) {
    Stream<Pair> known = approved.getOrDefault(market, List.of()).stream();
    approved.put(market, Stream.concat(known, Stream.of(pair)).sorted(BY_ID).toList());
  }

  private void forget(MarketId market, Pair pair) {
    approved.computeIfPresent(
        market, (_, known) -> known.stream().filter(other -> !other.equals(pair)).toList());
  }
}
