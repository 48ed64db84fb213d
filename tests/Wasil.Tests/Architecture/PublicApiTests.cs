using System.Reflection;
using PublicApiGenerator;

namespace Wasil.Tests.Architecture;

/// <summary>What the packages offer is written down in <c>Api/*.approved.txt</c>, so that changing it shows in a diff.</summary>
public class PublicApiTests
{
    private const string Accept = "WASIL_ACCEPT_API";

    public static TheoryData<string> Packages =>
    [
        "Wasil",
        .. Places.Files(Path.Combine(Places.Repository, "src", "imports"), "*.csproj").Select(path => Path.GetFileNameWithoutExtension(path)),
    ];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Public_api_is_as_approved(string package)
    {
        string api = Assembly.Load(package).GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false })
            .ReplaceLineEndings("\n").TrimEnd() + "\n";
        string path = Path.Combine(Places.Repository, "tests", "Wasil.Tests", "Api", package + ".approved.txt");
        if (Environment.GetEnvironmentVariable(Accept) == "1")
            File.WriteAllText(path, api);
        string approved = File.Exists(path) ? File.ReadAllText(path) : "";
        Assert.True(approved == api, Difference(package, approved, api));
    }

    private static string Difference(string package, string approved, string api)
    {
        string[] before = approved.Split('\n'), now = api.Split('\n');
        return $"The public API of {package} has changed. If that is meant, accept it:\n"
            + $"  {Accept}=1 dotnet test --project tests/Wasil.Tests\n"
            + "and commit tests/Wasil.Tests/Api. New lines:\n"
            + string.Join('\n', now.Except(before).Select(line => "  + " + line.Trim()))
            + "\nLines that are gone:\n"
            + string.Join('\n', before.Except(now).Select(line => "  - " + line.Trim()));
    }
}
