package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.MARKET;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.persistence.schema.tables.records.MarketRecord;

/** Listings as last seen, so that titles outlive the venue's lists and edits are noticed. */
public final class Markets {
  private final Database database;

  public Markets(Database database) {
    this.database = database;
  }

  /**
   * A market with the hash of its listing.
   *
   * @param hash SHA-256 of the texts that a person approves by, hex
   */
  public record Seen(Market market, String hash) {}

  /** What is known of a market by its stored listing. */
  public record Stored(MarketId id, String title, String group, String status, String hash) {}

  /**
   * Writes what has changed.
   *
   * @return markets whose listing text was known and is different now
   */
  public Set<MarketId> save(VenueId venue, Collection<Seen> markets, Instant now) {
    return database.transact(db -> save(db, venue, markets, now));
  }

  private static Set<MarketId> save(
      DSLContext db, VenueId venue, Collection<Seen> markets, Instant now) {
    Map<String, MarketRecord> known =
        db.selectFrom(MARKET).where(MARKET.VENUE.eq(venue.code())).fetch().stream()
            .collect(Collectors.toMap(MarketRecord::getCode, Function.identity()));
    List<Seen> changed =
        markets.stream()
            .filter(seen -> isNews(known.get(seen.market().id().code()), seen))
            .toList();
    var edited =
        changed.stream()
            .filter(seen -> textDiffers(known.get(seen.market().id().code()), seen))
            .map(seen -> seen.market().id())
            .collect(Collectors.toSet());
    var rows = changed.stream().map(seen -> row(seen, now)).toList();
    db.batch(
            rows.stream()
                .map(row ->
                    db.insertInto(MARKET)
                        .set(row)
                        .onDuplicateKeyUpdate()
                        .setAllToExcluded()
                        .set(MARKET.FIRST_SEEN_AT, MARKET.FIRST_SEEN_AT))
                .toList())
        .execute();
    return edited;
  }

  private static boolean isNews(@org.jspecify.annotations.Nullable MarketRecord known, Seen seen) {
    return known == null
        || textDiffers(known, seen)
        || !known.getStatus().equals(seen.market().life().status().name());
  }

  private static boolean textDiffers(
      @org.jspecify.annotations.Nullable MarketRecord known, Seen seen) {
    return known != null && !known.getListingHash().equals(seen.hash());
  }

  private static MarketRecord row(Seen seen, Instant now) {
    Market market = seen.market();
    Listing listing = market.listing();
    var row = new MarketRecord();
    row.setVenue(market.id().venue().code());
    row.setCode(market.id().code());
    row.setEventCode(listing.eventCode());
    row.setEventTitle(listing.texts().eventTitle());
    row.setTitle(listing.texts().title());
    row.setSubtitle(listing.texts().subtitle());
    row.setRules(listing.texts().rules());
    row.setGroupLabel(listing.names().group());
    row.setYesLabel(listing.names().yesLabel());
    row.setNoLabel(listing.names().noLabel());
    row.setCategory(listing.names().category());
    row.setSlug(listing.names().slug());
    row.setStatus(market.life().status().name());
    row.setCloseAt(market.life().close());
    row.setResolvesAt(market.life().resolves());
    row.setListingHash(seen.hash());
    row.setFirstSeenAt(now);
    row.setChangedAt(now);
    return row;
  }

  /** Titles of these markets; a market never seen is missing from the answer. */
  public Map<MarketId, Stored> titles(Collection<MarketId> ids) {
    var keys = ids.stream().map(id -> DSL.row(id.venue().code(), id.code())).toList();
    return database.read(db ->
        db.selectFrom(MARKET).where(DSL.row(MARKET.VENUE, MARKET.CODE).in(keys)).fetch().stream()
            .map(Markets::stored)
            .collect(Collectors.toMap(Stored::id, Function.identity())));
  }

  private static Stored stored(MarketRecord row) {
    return new Stored(
        new MarketId(new VenueId(row.getVenue()), row.getCode()),
        row.getTitle(),
        row.getGroupLabel(),
        row.getStatus(),
        row.getListingHash());
  }
}
