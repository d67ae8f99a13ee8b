package pairdesk.sandbox.wire.discord.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pairdesk.sandbox.wire.discord.interaction.Interaction;
import pairdesk.sandbox.wire.discord.protocol.Json;

/** How far an interaction has come, for the one who caused it. */
final class InteractionView {
  private InteractionView() {}

  static ObjectNode of(Interaction interaction) {
    ObjectNode node = Json.object().put("interaction_id", interaction.id().toString());
    return switch (interaction.stage()) {
      case Interaction.Waiting _ -> node.put("state", "waiting");
      case Interaction.Acknowledged(var original) ->
          node.put("state", "answered").put("message_id", original.toString());
      case Interaction.ModalShown(var modal) -> node.put("state", "modal").set("modal", modal);
      case Interaction.Suggested _ -> node.put("state", "suggested");
      case Interaction.Failed _ -> node.put("state", "failed");
    };
  }
}
