package pairdesk.venues.polymarket;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.HttpOutcome;

/** What the venue leaves for the account to read: orders cancelled or filled, markets resolved. */
public final class PolymarketNotices {
  private final PolymarketLink link;
  private final Duration limit;

  PolymarketNotices(PolymarketLink link, Duration limit) {
    this.link = link;
    this.limit = limit;
  }

  /**
   * One notice.
   *
   * @param kind the venue's number, 1 to 10
   */
  public record Notice(long id, long kind) {}

  public List<Notice> unread() {
    return Fields.parseList(
            link.ledger("/notifications", Map.of("signature_type", link.signatureType())))
        .stream()
        .map(PolymarketNotices::notice)
        .toList();
  }

  static Notice notice(Fields notice) {
    return new Notice(notice.integer("id"), notice.integer("type"));
  }

  /** Tells the venue that they are read. */
  public boolean drop(List<Long> ids) {
    String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    var call = HttpCall.delete("/notifications?ids=" + list, null, link.budgets().ledgerRead());
    return link.send(call, limit) instanceof HttpOutcome.Answered answer && answer.isSuccess();
  }
}
