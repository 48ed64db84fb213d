using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Wasil.Wasi;

namespace Wasil.Tests.Architecture;

/// <summary>What packages depend on, and who sees the inside of the core.</summary>
public class PackageTests
{
    [Fact]
    public void The_core_depends_on_nothing() => Assert.Empty(References("src/Wasil/Wasil.csproj"));

    // They are the proof that the public API is enough for anybody to write such a package.
    [Fact]
    public void Import_packages_use_the_public_api_alone()
    {
        foreach (string path in Places.Files(Path.Combine(Places.Repository, "src", "imports"), "*.csproj"))
        {
            // Two are there to join Wasil to a package of .NET's each, so that no other needs it.
            string[] more = Path.GetFileName(path) switch
            {
                "Wasil.Wasi.FileProviders.csproj" => ["Microsoft.Extensions.FileProviders.Abstractions"],
                "Wasil.Wasi.Logging.csproj" => ["Microsoft.Extensions.Logging.Abstractions"],
                _ => [],
            };
            foreach (string reference in References(path))
                Assert.Contains(reference, (string[])["Wasil.csproj", "Wasil.Wasi.csproj", .. more]);
        }

        string[] friends = [.. typeof(WasmEngine).Assembly.GetCustomAttributes<InternalsVisibleToAttribute>()
            .Select(attribute => attribute.AssemblyName)];
        Assert.All(friends, friend => Assert.True(
            friend is "Wasil.Cli" or "Wasil.Fuzz" || friend.EndsWith("Tests", StringComparison.Ordinal),
            $"{friend} sees the inside of Wasil; only tests, the fuzzer and `wasil inspect` do."));
        Assert.DoesNotContain(
            typeof(WasiOptions).Assembly.GetCustomAttributesData(), data => data.AttributeType.Name == "IgnoresAccessChecksToAttribute");
    }

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Path.Combine(Places.Repository, project)).Descendants()
            .Where(element => element.Name.LocalName is "PackageReference" or "ProjectReference" or "Reference")
            .Select(element => Path.GetFileName(element.Attribute("Include")!.Value.Replace('\\', '/')));
}
