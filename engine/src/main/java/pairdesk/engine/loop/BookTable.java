package pairdesk.engine.loop;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;

/**
 * The trusted books, each in a place of its own: readers are given a copy of all of them many times
 * a second, and a copied array costs far less than a copied map. The places are copied only when an
 * instrument is new; those of books that are gone are given up then.
 */
final class BookTable {
  private Map<Instrument, Integer> places = new HashMap<>();
  private @Nullable Book[] books = new Book[64];
  private @Nullable Map<Instrument, Integer> told;

  /** The book before, if there was one. */
  @Nullable Book put(Book book) {
    Integer known = places.get(book.instrument());
    int place = known == null ? add(book.instrument()) : known;
    Book before = books[place];
    books[place] = book;
    return before;
  }

  private int add(Instrument instrument) {
    int place = places.size();
    if (place == books.length) {
      books = Arrays.copyOf(books, 2 * place);
    }
    places.put(instrument, place);
    told = null;
    return place;
  }

  void remove(Instrument instrument) {
    Integer place = places.get(instrument);
    if (place != null) {
      books[place] = null;
    }
  }

  @Nullable Book get(Instrument instrument) {
    Integer place = places.get(instrument);
    return place == null ? null : books[place];
  }

  /** As they are now, for any thread. */
  Map<Instrument, Book> copy() {
    Map<Instrument, Integer> index = told;
    if (index == null) {
      index = pack();
      told = index;
    }
    return new Copy(index, books.clone());
  }

  /** Without the places of books that are gone. */
  private Map<Instrument, Integer> pack() {
    var packed = new HashMap<Instrument, Integer>();
    var kept = new Book[books.length];
    places.forEach((instrument, place) -> {
      Book book = books[place];
      if (book != null) {
        kept[packed.size()] = book;
        packed.put(instrument, packed.size());
      }
    });
    places = packed;
    books = kept;
    return Map.copyOf(packed);
  }

  /** Never changes; of a place that is empty it says nothing. */
  private static final class Copy extends AbstractMap<Instrument, Book> {
    private final Map<Instrument, Integer> index;
    private final @Nullable Book[] books;

    Copy(Map<Instrument, Integer> index, @Nullable Book[] books) {
      this.index = index;
      this.books = books;
    }

    @Override
    public @Nullable Book get(@Nullable Object instrument) {
      Integer place = instrument == null ? null : index.get(instrument);
      return place == null ? null : books[place];
    }

    @Override
    public boolean containsKey(@Nullable Object instrument) {
      return get(instrument) != null;
    }

    @Override
    public Set<Entry<Instrument, Book>> entrySet() {
      return new AbstractSet<>() {
        @Override
        public Iterator<Entry<Instrument, Book>> iterator() {
          return entries().iterator();
        }

        @Override
        public int size() {
          return Math.toIntExact(entries().count());
        }
      };
    }

    private Stream<Entry<Instrument, Book>> entries() {
      return index.entrySet().stream()
          .flatMap(entry ->
              Stream.ofNullable(books[entry.getValue()])
                  .map(book -> Map.entry(entry.getKey(), book)));
    }
  }
}
