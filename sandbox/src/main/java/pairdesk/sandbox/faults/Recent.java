package pairdesk.sandbox.faults;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;

/** What reads were answered the last time, of the newest so many. Safe from any thread. */
final class Recent {
  private static final int KEPT = 500;

  private final Map<Target, WireReply> replies =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Target, WireReply> eldest) {
          return size() > KEPT;
        }
      };

  private record Target(VenueId venue, String path, String query) {
    static Target of(VenueId venue, WireRequest request) {
      return new Target(venue, request.path(), request.parameters().query().toString());
    }
  }

  synchronized void keep(VenueId venue, WireRequest request, WireReply reply) {
    replies.put(Target.of(venue, request), reply);
  }

  synchronized @Nullable WireReply find(VenueId venue, WireRequest request) {
    return replies.get(Target.of(venue, request));
  }
}
