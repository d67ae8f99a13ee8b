package pairdesk.sandbox.wire.discord.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;
import pairdesk.sandbox.wire.discord.world.Shelf;
import pairdesk.sandbox.wire.discord.world.Shelf.Stored;

/**
 * Uploaded files under the URLs that messages name. Like Discord's they need no login: whoever has
 * the URL may read.
 */
public final class AttachmentRoute {
  private final Shelf shelf;

  public AttachmentRoute(Shelf shelf) {
    this.shelf = shelf;
  }

  public void register(RoutesConfig routes) {
    routes.addHttpHandler(
        HandlerType.GET, "/attachments/{channel}/{attachment}/{name}", this::send);
  }

  /** Never as a page of this origin: a file comes from whoever uploaded it. */
  private void send(Context context) {
    Optional<Stored> stored = Snowflake.parse(context.pathParam("attachment")).flatMap(shelf::find);
    if (stored.isEmpty()) {
      context.status(404);
      return;
    }
    boolean image = stored.get().attachment().file().contentType().startsWith("image/");
    context
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Disposition", image ? "inline" : "attachment")
        .contentType(stored.get().attachment().file().contentType())
        .result(stored.get().bytes().stream());
  }
}
