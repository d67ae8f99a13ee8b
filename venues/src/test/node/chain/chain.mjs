// A chain of our own: compiles the stand-in contracts, deploys them, tells where they are, and runs
// until its input ends.
//
//   node chain.mjs CHAIN_ID PRIVATE_KEY      the key's account gets coins for gas
import { readFileSync } from 'node:fs';
import ganache from 'ganache';
import solc from 'solc';

const [chainId, privateKey] = process.argv.slice(2);
const COINS = '0x56bc75e2d63100000'; // 100
const ADMIN = `0x${'a1'.repeat(32)}`;

function compile() {
  const source = readFileSync(new URL('Contracts.sol', import.meta.url), 'utf8');
  const input = {
    language: 'Solidity',
    sources: { 'Contracts.sol': { content: source } },
    settings: {
      evmVersion: 'paris',
      outputSelection: { '*': { '*': ['evm.bytecode.object'] } },
    },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input)));
  const problems = output.errors ?? [];
  if (problems.length > 0) {
    throw new Error(problems.map((problem) => problem.formattedMessage).join('\n'));
  }
  return output.contracts['Contracts.sol'];
}

const server = ganache.server({
  logging: { quiet: true },
  chain: { chainId: Number(chainId), networkId: Number(chainId), hardfork: 'merge' },
  wallet: {
    accounts: [
      { secretKey: ADMIN, balance: COINS },
      { secretKey: privateKey, balance: COINS },
    ],
  },
});
await server.listen(0, '127.0.0.1');
const contracts = compile();
const [admin] = await server.provider.request({ method: 'eth_accounts', params: [] });

async function deploy(name, ...addresses) {
  const words = addresses.map((address) => address.slice(2).padStart(64, '0')).join('');
  const hash = await server.provider.request({
    method: 'eth_sendTransaction',
    params: [
      { from: admin, data: `0x${contracts[name].evm.bytecode.object}${words}`, gas: '0x500000' },
    ],
  });
  const receipt = await server.provider.request({
    method: 'eth_getTransactionReceipt',
    params: [hash],
  });
  if (receipt.status !== '0x1') {
    throw new Error(`${name} was not deployed`);
  }
  return receipt.contractAddress;
}

const pusd = await deploy('Money');
const usdc = await deploy('Money');
const wrapped = await deploy('Money');
const shares = await deploy('Shares');
const adapter = await deploy('CollateralAdapter', pusd, usdc, shares);
const negRisk = await deploy('NegRiskCollateralAdapter', pusd, wrapped, shares);

console.log(
  JSON.stringify({
    port: server.address().port,
    admin,
    contracts: {
      PUSD: pusd,
      USDC_E: usdc,
      WRAPPED_COLLATERAL: wrapped,
      CONDITIONAL_TOKENS: shares,
      COLLATERAL_ADAPTER: adapter,
      NEG_RISK_COLLATERAL_ADAPTER: negRisk,
    },
  }),
);

process.stdin.resume();
process.stdin.on('end', async () => {
  await server.close();
  process.exit(0);
});
