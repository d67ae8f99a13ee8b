// SPDX-License-Identifier: UNLICENSED
pragma solidity 0.8.30;

/// Stand-ins for the venue's contracts: the same functions, the same ids, the smallest insides.

contract Money {
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function burn(address from, uint256 amount) external {
        balanceOf[from] -= amount;
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        allowance[msg.sender][spender] = amount;
        return true;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        return move(msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        uint256 allowed = allowance[from][msg.sender];
        require(allowed >= amount, "allowance too small");
        if (allowed != type(uint256).max) {
            allowance[from][msg.sender] = allowed - amount;
        }
        return move(from, to, amount);
    }

    function move(address from, address to, uint256 amount) private returns (bool) {
        require(balanceOf[from] >= amount, "balance too small");
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
        return true;
    }
}

/// Shares of two outcomes, with the ids of the ConditionalTokens contract.
contract Shares {
    uint256 private constant P = 21888242871839275222246405745257275088696311157297823662689037894645226208583;

    mapping(address => mapping(uint256 => uint256)) public balanceOf;
    mapping(address => mapping(address => bool)) public isApprovedForAll;
    mapping(bytes32 => address) public oracleOf;
    mapping(bytes32 => uint256[2]) public payouts;

    function prepareCondition(address oracle, bytes32 questionId, uint256 outcomes) external {
        oracleOf[keccak256(abi.encodePacked(oracle, questionId, outcomes))] = oracle;
    }

    function reportPayouts(bytes32 questionId, uint256[2] calldata numerators) external {
        bytes32 condition = keccak256(abi.encodePacked(msg.sender, questionId, uint256(2)));
        require(oracleOf[condition] == msg.sender, "not the oracle");
        payouts[condition] = numerators;
    }

    function setApprovalForAll(address operator, bool approved) external {
        isApprovedForAll[msg.sender][operator] = approved;
    }

    function safeTransferFrom(address from, address to, uint256 token, uint256 amount, bytes calldata) external {
        require(from == msg.sender || isApprovedForAll[from][msg.sender], "not approved");
        require(balanceOf[from][token] >= amount, "too few shares");
        balanceOf[from][token] -= amount;
        balanceOf[to][token] += amount;
    }

    function splitPosition(Money money, bytes32, bytes32 condition, uint256[] calldata sets, uint256 amount) external {
        require(oracleOf[condition] != address(0), "condition not prepared");
        money.transferFrom(msg.sender, address(this), amount);
        for (uint256 i = 0; i < sets.length; i++) {
            balanceOf[msg.sender][id(money, condition, sets[i])] += amount;
        }
    }

    function mergePositions(Money money, bytes32, bytes32 condition, uint256[] calldata sets, uint256 amount) external {
        for (uint256 i = 0; i < sets.length; i++) {
            take(id(money, condition, sets[i]), amount);
        }
        money.transfer(msg.sender, amount);
    }

    function redeemPositions(Money money, bytes32, bytes32 condition, uint256[] calldata sets) external {
        uint256[2] memory numerators = payouts[condition];
        uint256 denominator = numerators[0] + numerators[1];
        require(denominator > 0, "result not received");
        uint256 total = 0;
        for (uint256 i = 0; i < sets.length; i++) {
            uint256 token = id(money, condition, sets[i]);
            uint256 balance = balanceOf[msg.sender][token];
            take(token, balance);
            total += balance * numerators[sets[i] - 1] / denominator;
        }
        money.transfer(msg.sender, total);
    }

    function take(uint256 token, uint256 amount) private {
        require(balanceOf[msg.sender][token] >= amount, "too few shares");
        balanceOf[msg.sender][token] -= amount;
    }

    function id(Money money, bytes32 condition, uint256 set) public view returns (uint256) {
        return uint256(keccak256(abi.encodePacked(money, collection(condition, set))));
    }

    /// The point of alt_bn128 next to a hash, with the hash's parity in its second highest bit.
    function collection(bytes32 condition, uint256 set) private view returns (uint256 x) {
        uint256 hash = uint256(keccak256(abi.encodePacked(condition, set)));
        x = hash;
        uint256 square;
        uint256 root;
        do {
            x = addmod(x, 1, P);
            square = addmod(mulmod(x, mulmod(x, x, P), P), 3, P);
            root = power(square, (P + 1) / 4);
        } while (mulmod(root, root, P) != square);
        if (hash >> 255 == 1) {
            x ^= 1 << 254;
        }
    }

    function power(uint256 base, uint256 exponent) private view returns (uint256) {
        (bool done, bytes memory result) =
            address(5).staticcall(abi.encodePacked(uint256(32), uint256(32), uint256(32), base, exponent, P));
        require(done, "no modexp");
        return abi.decode(result, (uint256));
    }
}

/// Takes and gives pUSD, keeps the inner money in the shares.
contract CollateralAdapter {
    Money internal immutable pusd;
    Money internal immutable inner;
    Shares internal immutable shares;

    constructor(Money pusd_, Money inner_, Shares shares_) {
        pusd = pusd_;
        inner = inner_;
        shares = shares_;
        inner_.approve(address(shares_), type(uint256).max);
    }

    function splitPosition(address, bytes32, bytes32 condition, uint256[] calldata, uint256 amount) external {
        pusd.transferFrom(msg.sender, address(this), amount);
        inner.mint(address(this), amount);
        shares.splitPosition(inner, 0, condition, both(), amount);
        give(condition, 1, amount);
        give(condition, 2, amount);
    }

    function mergePositions(address, bytes32, bytes32 condition, uint256[] calldata, uint256 amount) external {
        pull(condition, 1, amount);
        pull(condition, 2, amount);
        shares.mergePositions(inner, 0, condition, both(), amount);
        inner.burn(address(this), amount);
        pusd.transfer(msg.sender, amount);
    }

    function redeemPositions(address, bytes32, bytes32 condition, uint256[] calldata) external {
        pull(condition, 1, shares.balanceOf(msg.sender, shares.id(inner, condition, 1)));
        pull(condition, 2, shares.balanceOf(msg.sender, shares.id(inner, condition, 2)));
        shares.redeemPositions(inner, 0, condition, both());
        uint256 paid = inner.balanceOf(address(this));
        inner.burn(address(this), paid);
        pusd.transfer(msg.sender, paid);
    }

    function pull(bytes32 condition, uint256 set, uint256 amount) internal {
        shares.safeTransferFrom(msg.sender, address(this), shares.id(inner, condition, set), amount, "");
    }

    function give(bytes32 condition, uint256 set, uint256 amount) internal {
        shares.safeTransferFrom(address(this), msg.sender, shares.id(inner, condition, set), amount, "");
    }

    function both() internal pure returns (uint256[] memory sets) {
        sets = new uint256[](2);
        sets[0] = 1;
        sets[1] = 2;
    }
}

/// The same for exclusive outcomes; it is their oracle, and converts NO into YES of the others.
contract NegRiskCollateralAdapter is CollateralAdapter {
    mapping(bytes32 => uint256) public questions;

    constructor(Money pusd_, Money inner_, Shares shares_) CollateralAdapter(pusd_, inner_, shares_) {}

    function prepareGroup(bytes32 group, uint256 count) external {
        questions[group] = count;
        for (uint256 i = 0; i < count; i++) {
            shares.prepareCondition(address(this), question(group, i), 2);
        }
    }

    function convertPositions(bytes32 group, uint256 indexSet, uint256 amount) external {
        uint256 count = questions[group];
        require(indexSet > 0 && indexSet >> count == 0, "InvalidIndexSet");
        uint256 given = 0;
        for (uint256 i = 0; i < count; i++) {
            bytes32 condition = keccak256(abi.encodePacked(this, question(group, i), uint256(2)));
            if (indexSet >> i & 1 == 1) {
                pull(condition, 2, amount);
                given++;
            } else {
                inner.mint(address(this), amount);
                shares.splitPosition(inner, 0, condition, both(), amount);
                give(condition, 1, amount);
            }
        }
        pusd.transfer(msg.sender, amount * (given - 1));
    }

    function question(bytes32 group, uint256 index) private pure returns (bytes32) {
        return bytes32(uint256(group) | index);
    }
}
