package mn.eland.integration.http;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The little XML that a SOAP call needs, without document types and outside entities. */
public final class Xml {

    private Xml() {
    }

    /** The root element, or null when the text is no XML. */
    public static Element parse(String text) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (SAXException e) {
            return null;
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Child elements of this name, whatever their namespace. */
    public static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        if (parent != null) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element && name.equals(element.getLocalName())) {
                    found.add(element);
                }
            }
        }
        return found;
    }

    /** The first child of this name, or null. */
    public static Element child(Element parent, String name) {
        var all = children(parent, name);
        return all.isEmpty() ? null : all.get(0);
    }

    /** The first child element, or null. */
    public static Element firstChild(Element parent) {
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                return element;
            }
        }
        return null;
    }

    /** Text of a child, or null when absent or blank. */
    public static String text(Element parent, String name) {
        var child = child(parent, name);
        return child == null || child.getTextContent().isBlank() ? null : child.getTextContent().strip();
    }

    /** Elements in order; a nested map becomes children, a list repeats the element, null is left out. */
    public static String elements(Map<String, ?> fields) {
        var text = new StringBuilder();
        fields.forEach((name, value) -> append(text, name, value));
        return text.toString();
    }

    private static void append(StringBuilder text, String name, Object value) {
        if (value instanceof List<?> many) {
            many.forEach(one -> append(text, name, one));
        } else if (value instanceof Map<?, ?> nested) {
            text.append('<').append(name).append('>');
            nested.forEach((key, inner) -> append(text, key.toString(), inner));
            text.append("</").append(name).append('>');
        } else if (value != null) {
            text.append('<').append(name).append('>').append(escaped(value.toString())).append("</").append(name).append('>');
        }
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /** The parser's own handler writes to the console. */
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
