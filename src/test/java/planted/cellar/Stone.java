package planted.cellar;

import planted.roof.Tile;

public class Stone {

    Tile tile;
}
