package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.BOARD;

import java.util.Optional;

/** Messages that are kept up to date for ever: where each of them is. */
public final class BoardStore {
  private final Database database;

  public BoardStore(Database database) {
    this.database = database;
  }

  /** A message; it may be gone. */
  public record Place(String channel, String message) {}

  public Optional<Place> find(String name) {
    return database.read(db ->
        db.selectFrom(BOARD)
            .where(BOARD.NAME.eq(name))
            .fetchOptional()
            .map(row -> new Place(row.getChannelId(), row.getMessageId())));
  }

  public void save(String name, Place place) {
    database.run(db -> {
      var row = db.newRecord(BOARD);
      row.setName(name);
      row.setChannelId(place.channel());
      row.setMessageId(place.message());
      row.merge();
    });
  }
}
