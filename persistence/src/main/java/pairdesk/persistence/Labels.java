package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.MARKET;
import static pairdesk.persistence.schema.Tables.PAIR;
import static pairdesk.persistence.schema.Tables.PAIR_REVIEW;

import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Relation;
import pairdesk.engine.market.VenueId;
import pairdesk.persistence.schema.tables.Market;
import pairdesk.persistence.schema.tables.records.MarketRecord;

/** What people have decided about pairs, with both listings: what the matcher can learn from. */
public final class Labels {
  private static final Market LEFT = MARKET.as("left_market");
  private static final Market RIGHT = MARKET.as("right_market");

  private final Database database;

  public Labels(Database database) {
    this.database = database;
  }

  /**
   * One pair that a person approved or rejected.
   *
   * @param approved or rejected; a pair paused since counts as approved
   * @param reason what the person noted; empty when nothing
   */
  public record Label(
      long pair, Listing left, Listing right, Relation relation, boolean approved, String reason) {}

  /**
   * In the order of the pairs. A pair whose listing was never stored is left out, and so is one
   * that ended or was suspended, which says nothing about the question.
   */
  public List<Label> all() {
    Field<String> reason =
        DSL.field(
            DSL.select(PAIR_REVIEW.NOTE)
                .from(PAIR_REVIEW)
                .where(PAIR_REVIEW.PAIR_ID.eq(PAIR.ID))
                .orderBy(PAIR_REVIEW.ID.desc())
                .limit(1));
    return database.read(db ->
        db.select(PAIR.ID, PAIR.STATUS, PAIR.RELATION, reason)
            .select(LEFT.fields())
            .select(RIGHT.fields())
            .from(PAIR)
            .join(LEFT)
            .on(LEFT.VENUE.eq(PAIR.LEFT_VENUE).and(LEFT.CODE.eq(PAIR.LEFT_CODE)))
            .join(RIGHT)
            .on(RIGHT.VENUE.eq(PAIR.RIGHT_VENUE).and(RIGHT.CODE.eq(PAIR.RIGHT_CODE)))
            .where(
                PAIR.STATUS.in(
                    PairStatus.APPROVED.name(),
                    PairStatus.PAUSED.name(),
                    PairStatus.REJECTED.name()))
            .orderBy(PAIR.ID)
            .fetch()
            .map(row -> label(row, row.get(reason))));
  }

  private static Label label(Record row, @Nullable String reason) {
    return new Label(
        row.get(PAIR.ID),
        listing(row.into(LEFT)),
        listing(row.into(RIGHT)),
        Relation.valueOf(row.get(PAIR.RELATION)),
        !row.get(PAIR.STATUS).equals(PairStatus.REJECTED.name()),
        reason == null ? "" : reason);
  }

  private static Listing listing(MarketRecord row) {
    return new Listing(
        new MarketId(new VenueId(row.getVenue()), row.getCode()),
        row.getEventCode(),
        new Listing.Texts(row.getEventTitle(), row.getTitle(), row.getSubtitle(), row.getRules()),
        new Listing.Names(
            row.getGroupLabel(),
            row.getYesLabel(),
            row.getNoLabel(),
            row.getCategory(),
            row.getSlug()),
        Listing.Strike.NONE,
        new Listing.Dates(row.getCloseAt(), row.getResolvesAt()));
  }
}
