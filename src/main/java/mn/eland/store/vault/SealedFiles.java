package mn.eland.store.vault;

/** Told by whoever keeps files that the {@link Vault} seals, so that a new key reaches them. */
public interface SealedFiles {

    /**
     * Seals again what stands plain or under another key than the one that seals now.
     *
     * @return how many files were sealed
     */
    int sealAgain();
}
