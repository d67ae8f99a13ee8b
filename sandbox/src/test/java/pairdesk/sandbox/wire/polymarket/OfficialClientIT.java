package pairdesk.sandbox.wire.polymarket;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.web3j.utils.Numeric;
import pairdesk.sandbox.wire.NodeRun;

/** Polymarket's own client, unmodified, trades here as each kind of wallet. */
class OfficialClientIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SIGNATURE_TYPES = 4;

  @Test
  void polymarketsOwnClientTradesAsEachKindOfWallet() throws IOException, InterruptedException {
    NodeRun node = NodeRun.withPackages("polymarket-official");
    ObjectNode world = JSON.createObjectNode();
    world
        .putObject("tokens")
        .put("condition", Lab.RAIN.ids().condition())
        .put("yes", Lab.RAIN.ids().yesToken())
        .put("no", Lab.RAIN.ids().noToken())
        .put("group", Lab.GROUP.ids().yesToken());
    ArrayNode wallets = world.putArray("wallets");
    List<Lab> labs = new ArrayList<>();
    HttpServer control = control(labs);
    try {
      world.put("control", "http://127.0.0.1:" + control.getAddress().getPort());
      for (int type = 0; type < SIGNATURE_TYPES; type++) {
        Lab lab = new Lab(type);
        labs.add(lab);
        wallets.add(wallet(lab));
      }
      String output =
          node.run(List.of("node", "official.mjs"), Map.of("SANDBOX", world.toString()));
      for (int type = 0; type < SIGNATURE_TYPES; type++) {
        assertTrue(output.contains("done: signature type " + type), output);
      }
    } finally {
      control.stop(0);
      labs.forEach(Lab::close);
    }
  }

  /** Lets the script move every venue to another order version. */
  private static HttpServer control(List<Lab> labs) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/order-version/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          int version = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
          labs.forEach(lab -> lab.exchange.modes().setOrderVersion(version));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static ObjectNode wallet(Lab lab) {
    Signer signer = lab.signer;
    return JSON.createObjectNode()
        .put("signatureType", signer.type())
        .put("clob", lab.front.clobUrl())
        .put("socket", lab.front.socketUrl())
        .put("key", Numeric.toHexStringWithPrefixZeroPadded(signer.key().getPrivateKey(), 64))
        .put("funder", signer.maker());
  }
}
