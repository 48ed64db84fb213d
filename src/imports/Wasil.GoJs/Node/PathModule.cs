using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Node;

/// <summary>Node's <c>path</c>, of which Go uses <c>resolve</c>.</summary>
internal static class PathModule
{
    public static void Install(JsRealm realm, ProcessState process)
    {
        JsObject path = realm.CreateObject();
        JsRealm.Define(realm.Global, "path", path);
        path.Set("sep", "/");
        path.Set("delimiter", ":");
        realm.Define(path, "resolve", 0, (_, arguments) =>
        {
            string resolved = process.Folder;
            foreach (JsValue segment in arguments)
            {
                string text = segment.Reference as string ?? throw Errors.Type("The \"path\" argument must be of type string");
                Charge(realm, resolved.Length + (long)text.Length);
                resolved = Resolve(resolved, text);
            }

            return resolved;
        });
        realm.Define(path, "join", 0, (_, arguments) =>
        {
            var texts = new string[arguments.Length];
            long length = texts.Length;
            for (int i = 0; i < texts.Length; i++)
            {
                texts[i] = Conversions.ToText(arguments[i]);
                length += texts[i].Length;
            }

            Charge(realm, length);
            string joined = string.Join('/', texts.Where(text => text.Length > 0));
            return joined.StartsWith('/') ? Resolve("/", joined) : joined.Length == 0 ? "." : Normalize(joined);
        });
        realm.Define(path, "isAbsolute", 1, static (_, arguments) => arguments.Text(0).StartsWith('/'));
        realm.Define(path, "dirname", 1, static (_, arguments) =>
            arguments.Text(0).TrimEnd('/') is var text && text.LastIndexOf('/') is var end && end > 0 ? text[..end] : end == 0 ? "/" : ".");
        realm.Define(path, "basename", 1, static (_, arguments) =>
            arguments.Text(0).TrimEnd('/') is var text ? text[(text.LastIndexOf('/') + 1)..] : "");
    }

    // Each name in a path becomes a text of its own on the way.
    private static void Charge(JsRealm realm, long characters)
    {
        realm.Runtime.ChargeText(characters);
        realm.Runtime.Charge(HeapVisitor.BytesOfObject * characters);
    }

    /// <summary>A path seen from a folder, without <c>.</c> and <c>..</c>, which are taken by their text.</summary>
    public static string Resolve(string folder, string path) =>
        "/" + Normalize(path.StartsWith('/') ? path[1..] : $"{folder[1..]}/{path}", isAbsolute: true);

    /// <summary>The way from a folder to a path; both are absolute and clean.</summary>
    public static string Relative(string folder, string path)
    {
        string[] from = folder.Split('/', StringSplitOptions.RemoveEmptyEntries), to = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        int common = 0;
        while (common < from.Length && common < to.Length && from[common] == to[common])
            common++;
        string way = string.Join('/', Enumerable.Repeat("..", from.Length - common).Concat(to[common..]));
        return way.Length == 0 ? "." : way;
    }

    private static string Normalize(string path, bool isAbsolute = false)
    {
        var kept = new List<string>();
        foreach (string segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "." || (segment == ".." && isAbsolute && kept.Count == 0))
                continue;
            if (segment == ".." && kept is [.., not ".."])
                kept.RemoveAt(kept.Count - 1);
            else
                kept.Add(segment);
        }

        return kept.Count == 0 && !isAbsolute ? "." : string.Join('/', kept);
    }
}
