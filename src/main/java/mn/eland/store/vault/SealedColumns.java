package mn.eland.store.vault;

import java.util.List;

/** Told by a repository whose texts the {@link Vault} seals, so that a new key reaches them. */
public interface SealedColumns {

    List<SealedColumn> sealedColumns();
}
