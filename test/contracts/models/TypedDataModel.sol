// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title What is signed, as docs/protocol.md words it
/// @notice Written without the contract's code, for tests to compare with it. All answer the digest to sign.
library TypedDataModel {
    bytes private constant SCORES = "Scores(uint32 reviewer,uint16[] proposals,uint8[] values,bytes32 salt)";
    bytes private constant BALLOT = "Ballot(uint32 reviewer,uint8 version,Scores scores,bytes32 envelope)";

    function domain(address round) internal view returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                    keccak256("Dure"),
                    keccak256("1"),
                    block.chainid,
                    round
                )
            );
    }

    function proposal(
        address round,
        uint32 version,
        bytes32 digest,
        uint16 category,
        uint128 ask
    ) internal view returns (bytes32) {
        bytes32 typehash = keccak256("Proposal(uint32 version,bytes32 digest,uint16 category,uint128 ask)");
        return _digest(round, abi.encode(typehash, version, digest, category, ask));
    }

    function withdrawal(address round, uint32 version) internal view returns (bytes32) {
        return _digest(round, abi.encode(keccak256("Withdrawal(uint32 version)"), version));
    }

    function opening(address round, uint256 reviewer, bytes32 seal_) internal view returns (bytes32) {
        return _digest(round, abi.encode(keccak256("Opening(uint32 reviewer,bytes32 seal)"), reviewer, seal_));
    }

    function objection(address round, bytes32 digest) internal view returns (bytes32) {
        return _digest(round, abi.encode(keccak256("Objection(bytes32 digest)"), digest));
    }

    function ballot(
        address round,
        uint256 reviewer,
        uint256 version,
        bytes32 seal_,
        bytes memory envelope
    ) internal view returns (bytes32) {
        bytes32 typehash = keccak256(bytes.concat(BALLOT, SCORES));
        return _digest(round, abi.encode(typehash, reviewer, version, seal_, keccak256(envelope)));
    }

    /// @notice The struct hash of `Scores`.
    function seal(
        uint256 reviewer,
        uint256[] memory proposals,
        uint256[] memory values,
        bytes32 salt
    ) internal pure returns (bytes32) {
        bytes32 list = keccak256(abi.encodePacked(proposals));
        bytes32 given = keccak256(abi.encodePacked(values));
        return keccak256(abi.encode(keccak256(SCORES), reviewer, list, given, salt));
    }

    function _digest(address round, bytes memory encoded) private view returns (bytes32) {
        return keccak256(bytes.concat(hex"1901", domain(round), keccak256(encoded)));
    }
}
