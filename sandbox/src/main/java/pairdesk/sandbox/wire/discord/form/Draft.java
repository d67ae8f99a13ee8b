package pairdesk.sandbox.wire.discord.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pairdesk.sandbox.wire.discord.world.Shelf.Upload;

/**
 * A message as it was sent in: the JSON body, the files that came with it, and where the body lies
 * in the request ({@code data} in an interaction's callback), for the paths in error answers.
 */
public record Draft(ObjectNode body, List<Upload> uploads, String path) {
  public Draft {
    uploads = List.copyOf(uploads);
  }
}
