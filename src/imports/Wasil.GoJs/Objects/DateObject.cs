namespace Wasil.GoJs.Objects;

/// <summary>A point in time, in milliseconds since 1970, NaN where there is none.</summary>
internal sealed class DateObject(JsObject? prototype, double time) : JsObject(prototype)
{
    public double Time { get; set; } = time;

    internal override string ClassName => "Date";
}
