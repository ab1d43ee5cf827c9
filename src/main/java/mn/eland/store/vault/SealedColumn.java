package mn.eland.store.vault;

/**
 * A column whose texts are sealed by the {@link Vault}: told by {@link SealedColumns}.
 * What is sealed by a {@link PersonVault} follows the key of the person and is not told.
 *
 * @param table  with its schema
 * @param rowSql an SQL expression that names the row, as the place of a sealed text ends with
 */
public record SealedColumn(String table, String column, String rowSql) {

    /** The place to which the text of a row is bound. */
    public String place(Object row) {
        return table + "." + column + ":" + row;
    }
}
