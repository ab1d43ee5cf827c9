package planted.roof;

public class Tile {
}
