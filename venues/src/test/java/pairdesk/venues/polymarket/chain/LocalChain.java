package pairdesk.venues.polymarket.chain;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.web3j.abi.datatypes.Type;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Transport;

/** A chain in a process of its own, with stand-ins of the venue's contracts. */
final class LocalChain implements AutoCloseable {
  static final long CHAIN_ID = 137;
  static final Chance CHANCE = new Chance(InstantSource.system(), new Random(7));
  private static final Path FOLDER = Path.of("src/test/node/chain").toAbsolutePath();
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Process process;
  private final JsonNode start;
  private final Transport transport = new Transport();

  private LocalChain(Process process, JsonNode start) {
    this.process = process;
    this.start = start;
  }

  /** Says loudly that it is left out where Node or its packages are missing. */
  static LocalChain start(String privateKey) {
    assumeTrue(
        Files.isDirectory(FOLDER.resolve("node_modules")),
        "LEFT OUT: no local chain is installed; run: npm ci --prefix venues/src/test/node/chain");
    try {
      Process process =
          new ProcessBuilder("node", "chain.mjs", Long.toString(CHAIN_ID), privateKey)
              .directory(FOLDER.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader output = process.inputReader();
      String line = output.readLine();
      assertNotNull(line, "the local chain did not start");
      return new LocalChain(process, new JsonMapper().readTree(line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Transport transport() {
    return transport;
  }

  URI node() {
    return URI.create("http://127.0.0.1:" + start.get("port").asInt());
  }

  String admin() {
    return start.get("admin").asText();
  }

  ContractTable contracts() {
    Map<Contract, String> addresses = new EnumMap<>(Contract.class);
    start
        .get("contracts")
        .properties()
        .forEach(
            entry -> addresses.put(Contract.valueOf(entry.getKey()), entry.getValue().asText()));
    return new ContractTable(CHAIN_ID, addresses);
  }

  JsonRpc rpc(URI address) {
    return new JsonRpc(transport, address, LIMIT, CHANCE);
  }

  JsonRpc rpc() {
    return rpc(node());
  }

  /** Does something as the one who made the contracts. */
  void admin(Contract contract, String function, Type<?>... arguments) {
    rpc()
        .text(
            "eth_sendTransaction",
            Map.of(
                "from",
                admin(),
                "to",
                contracts().address(contract),
                "data",
                CallEncoder.data(function, arguments),
                "gas",
                "0x300000"));
  }

  @Override
  public void close() {
    transport.close();
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
