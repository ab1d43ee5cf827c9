package mn.eland.walk;

/** The second 500 of 2,000 cases. */
class SecondWalkTests extends WalkPart {

    SecondWalkTests() {
        super(101);
    }
}
